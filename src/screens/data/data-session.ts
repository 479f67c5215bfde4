import type { Environment } from '#contract/environment.ts'
import type { Recipe, RecipeColumn, Step } from '#dataset/recipe.ts'
import type { ReadChoice } from '#dataset/source-table.ts'
import type { Appending } from '#dataset/store/appending.ts'
import type { DraftData, Making } from '#dataset/store/draft-data.ts'
import { dataAddress, takeHandedFile } from '#dataset/store/handed-file.ts'
import { dropUnusedFile, keepFile, readKeptFile } from '#dataset/store/kept-files.ts'
import { openTables, type Service, type Tables } from '#dataset/worker/open-tables.ts'
import type { OpenedFile, Prepared } from '#dataset/worker/table-service.ts'
import { ensureDraft } from '#drafts/store/attach-dataset.ts'
import { createStore } from '#storage/listeners.ts'
import { dropLeftData, keepData, whyNotKept } from './keep-data.ts'
import { messageOf, nameOf, replacedWords } from './session-words.ts'
import { explainFault, faultOf } from '#storage/storage-fault.ts'

/** What there is of the data on the screen. */
export type DataState =
  | { phase: 'opening' }
  | { phase: 'empty' }
  | { phase: 'reading'; name: string; read: number; of: number }
  | { phase: 'unreadable'; name: string; message: string }
  /** The file is not in this browser any more, but what was made of it is. */
  | { phase: 'missing'; data: DraftData }
  | Ready

export type Ready = {
  phase: 'ready'
  data: DraftData
  file: OpenedFile
  prepared: Prepared
  /** Counts what was prepared, so that rows on the screen know when they are old. */
  version: number
  /** A change is being worked out. */
  busy: boolean
  canUndo: boolean
  /** What was last done, or could not be. */
  said: { words: string; isFault: boolean } | null
}

export type DataSession = ReturnType<typeof createDataSession>

/**
 * The data of one draft: its file in a worker, the recipe with its undo, and where both are kept.
 * Nothing here is sent anywhere.
 */
export function createDataSession(draft: string, environment: Environment) {
  const store = createStore<DataState>({ phase: 'opening' })
  const kept = keepData(draft)
  let tables: Tables | null = null
  /** The file that is open; a large one is kept nowhere else. */
  let blob: Blob | null = null
  /** What another screen has left for this one, until it was read or given up. */
  let handed: ReturnType<typeof takeHandedFile> = null
  let undone: Recipe[] = []
  let version = 0
  /** Counts what was begun, so that what comes late changes nothing. */
  let turn = 0
  /** One change after the other, each based on what the one before has left. */
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  const ready = () => {
    const state = store.get()
    return state.phase === 'ready' ? state : null
  }
  const say = (words: string, isFault = false) => {
    const state = ready()
    // What is said here is about no change, so there is none to take back beside it.
    if (state) store.set({ ...state, canUndo: false, said: { words, isFault } })
  }
  const save = async (data: DraftData) => {
    try {
      await kept.save(data)
    } catch (error) {
      say(whyNotKept(error), true)
    }
  }

  /** Shows what a recipe makes of the open file, and keeps the recipe. */
  const show = async (data: DraftData, file: OpenedFile, words: string | null) => {
    const asked = tables
    if (!asked) return
    const mine = turn
    const prepared = await asked.ask((service) => service.prepare(data.recipe))
    if (mine !== turn) return
    version += 1
    const said = words === null ? null : { words, isFault: false }
    const canUndo = undone.length > 0
    store.set({ phase: 'ready', data, file, prepared, version, busy: false, canUndo, said })
    await save(data)
  }

  /** `before` is what there was; with `anew`, its recipe is not gone on with. */
  const open = async (
    source: Blob,
    name: string,
    before: DraftData | null,
    { anew = false, ...choice }: ReadChoice & { anew?: boolean },
  ) => {
    blob = source
    turn += 1
    const mine = turn
    tables?.close()
    const opening = (tables = openTables())
    store.set({ phase: 'reading', name, read: 0, of: source.size })
    try {
      const file = await opening.open(source, name, choice, (read, of) => {
        if (mine === turn) store.set({ phase: 'reading', name, read, of })
      })
      const earlier = anew ? null : (before?.recipe ?? null)
      const begun = await opening.ask((service) => service.begin(earlier))
      if (mine !== turn) return
      const data: DraftData = {
        draft,
        rev: 0,
        updatedAt: Date.now(),
        file: { name, size: source.size, sha: file.sha },
        recipe: begun.recipe,
        name: before?.name ?? nameOf(name),
        making: before?.making ?? null,
        appending: before?.appending ?? null,
      }
      await ensureDraft(draft, environment, nameOf(name)).catch(() => undefined)
      const isKept = await keepFile(source, name, file.sha).catch(() => false)
      if (mine !== turn) return
      undone = []
      handed = null
      const words = before && before.file.sha !== file.sha ? replacedWords(begun) : null
      await show(data, file, words)
      if (before && before.file.sha !== file.sha) await dropUnusedFile(before.file.sha)
      if (!isKept)
        say(`${name} is too large to be kept in this browser. Choose it again after a reload.`)
    } catch (error) {
      if (mine !== turn) return
      store.set({ phase: 'unreadable', name, message: messageOf(error) })
    }
  }

  const change = (
    work: (recipe: Recipe, tables: Tables) => Recipe | Promise<Recipe>,
    words: string,
  ) =>
    inTurn(async () => {
      const state = ready()
      if (!state || !tables) return
      store.set({ ...state, busy: true })
      try {
        const { recipe } = state.data
        const next = await work(recipe, tables)
        undone = [...undone, recipe]
        await show({ ...state.data, recipe: next }, state.file, words)
      } catch (error) {
        store.set({ ...state, busy: false, said: { words: messageOf(error), isFault: true } })
      }
    })

  const note = (part: Partial<Pick<DraftData, 'making' | 'appending'>>) =>
    inTurn(async () => {
      const state = ready()
      if (!state) throw new Error('There is no data.')
      await kept.save({ ...state.data, ...part })
      const now = ready()
      if (now) store.set({ ...now, data: { ...now.data, ...part } })
    })

  const begin = async () => {
    try {
      // Development begins every effect twice, and the file can be taken only once.
      handed ??= takeHandedFile(dataAddress(environment, draft))
      const data = await kept.read()
      void dropLeftData().catch(() => undefined)
      if (handed) return await open(handed.file, handed.name, data, {})
      if (!data) return store.set({ phase: 'empty' })
      const source = await readKeptFile(data.file.sha)
      if (!source) return store.set({ phase: 'missing', data })
      const { sheet, encoding, separator } = data.recipe
      await open(source.file, data.file.name, data, { sheet, encoding, separator })
    } catch (error) {
      store.set({ phase: 'unreadable', name: '', message: explainFault[faultOf(error)] })
    }
  }

  return {
    draft,
    environment,
    get: store.get,
    subscribe: store.subscribe,
    begin,
    /** Reads a file in place of what is there. A recipe goes on as far as it fits. */
    bring: (file: Blob, name: string) => {
      const state = store.get()
      const before = state.phase === 'ready' || state.phase === 'missing' ? state.data : null
      return open(file, name, before, {})
    },
    /** Stops reading. */
    cancel: () => {
      turn += 1
      handed = null
      tables?.close()
      tables = null
      store.set({ phase: 'opening' })
      return begin()
    },
    /** Reads the same file in another way: another sheet, encoding or separator. */
    readAs: async (choice: ReadChoice) => {
      const state = ready()
      if (!state || !blob) return
      const { sheet, encoding, separator } = state.data.recipe
      const now = { sheet, encoding, separator, ...choice, anew: true }
      await open(blob, state.data.file.name, state.data, now)
    },
    setHeadingRows: (rows: number) =>
      change(
        (recipe, { ask }) => ask((service) => service.withHeadingRows(recipe, rows)),
        'The headings were changed. The columns were looked at again.',
      ),
    addStep: (step: Step, words: string) =>
      change((recipe, { ask }) => ask((service) => service.withStep(recipe, step)), words),
    removeStep: (index: number) =>
      change((recipe, { ask }) => ask((service) => service.withoutStep(recipe, index)), 'Undone.'),
    setColumns: (make: (columns: readonly RecipeColumn[]) => RecipeColumn[], words: string) =>
      change((recipe) => ({ ...recipe, columns: make(recipe.columns) }), words),
    setStrict: (strict: boolean) => change((recipe) => ({ ...recipe, strict }), ''),
    undo: () =>
      inTurn(async () => {
        const state = ready()
        const recipe = undone.at(-1)
        if (!state || !recipe) return
        undone = undone.slice(0, -1)
        await show({ ...state.data, recipe }, state.file, 'Undone.')
      }),
    rename: (name: string) =>
      inTurn(async () => {
        const state = ready()
        if (!state) return
        const data = { ...state.data, name }
        store.set({ ...state, data })
        await save(data)
      }),
    /** Writes down how far a dataset is made. Rejects when it cannot be. */
    note: (making: Making | null) => note(making ? { making } : { making, appending: null }),
    /** Writes down how far rows are added to what was made. Rejects when it cannot be. */
    noteAppending: (appending: Appending | null) => note({ appending }),
    /** What the worker knows of the open file. Rejects when there is none, or as `Tables.ask` does. */
    ask: <T>(question: (service: Service) => T | Promise<T>): Promise<T> =>
      tables ? tables.ask(question) : Promise.reject(new Error('No file is open.')),
    say,
    /** Forgets file and recipe in this browser. */
    forget: async () => {
      turn += 1
      tables?.close()
      tables = null
      const state = store.get()
      store.set({ phase: 'empty' })
      await kept.drop()
      if (state.phase === 'ready' || state.phase === 'missing') {
        await dropUnusedFile(state.data.file.sha)
      }
    },
    close: () => {
      turn += 1
      tables?.close()
    },
  }
}
