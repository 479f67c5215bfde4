import type { BatchItem } from '#contract/questions/question-item.ts'
import type { KindFacts } from '#questions/kinds/kind-facts.ts'
import type { Change, ItemAddress } from '#questions/layout/address.ts'
import {
  changeKind,
  duplicate,
  insert,
  remove,
  replace,
  update,
} from '#questions/layout/change-items.ts'
import { addPage, movePage, removePage } from '#questions/layout/change-pages.ts'
import { changed, historyOf, redone, undone, type History } from '#questions/layout/history.ts'
import { insertIn, lengthAt, textAt } from '#questions/layout/json-text.ts'
import {
  drop,
  fullWidth,
  move,
  moveBy,
  putBeside,
  type DropPlace,
} from '#questions/layout/move-items.ts'
import { readLayout } from '#questions/layout/read-layout.ts'
import { createStore } from '#storage/listeners.ts'
import { keyOf, type Adding, type BuilderState, type ScaleWish } from './builder-state.ts'
import { shareEqual } from './share-equal.ts'
import { placeInWords } from './place-in-words.ts'

export type BuilderStore = ReturnType<typeof createBuilder>

/** After a pause in typing JSON a new step begins. */
const PAUSE_MS = 800

type Members = Readonly<Record<string, unknown>>

type Shown = Partial<
  Pick<BuilderState, 'open' | 'adding' | 'scale' | 'pasting' | 'said' | 'deleted'>
>

/**
 * The questions while they are edited, with their history and what is open. Every change goes to
 * `onChange` as JSON.
 */
export function createBuilder(source: string, onChange: (source: string) => void) {
  const store = createStore<BuilderState>({
    history: historyOf(source),
    pages: readLayout(source),
    open: null,
    adding: null,
    scale: null,
    pasting: null,
    said: '',
    deleted: null,
  })
  let lastWrite = 0
  let burst = 0
  const show = (shown: Shown) => store.set({ ...store.get(), ...shown })
  const enter = (history: History, shown: Shown = {}) => {
    const state = store.get()
    if (history === state.history) return show(shown)
    const pages = readLayout(history.present)
    store.set({
      ...state,
      history,
      pages: shareEqual(state.pages, pages),
      deleted: null,
      ...shown,
    })
    onChange(history.present)
  }
  const sourceNow = () => store.get().history.present
  const apply = (next: string, shown: Shown = {}, about: string | null = null) =>
    enter(changed(store.get().history, next, about), shown)

  /** Carries out a change of an item that stays, and says where it is now. */
  const moved = ({ source: next, at }: Change, done: string): ItemAddress | null => {
    if (next === sourceNow()) {
      show({ said: 'It stays where it is.' })
      return at
    }
    apply(next, { open: null })
    const { pages } = store.get()
    if (at && pages) show({ said: `${placeInWords(pages, at)}${done}` })
    return at
  }

  const put = (next: string, at: ItemAddress | null, isOpen: boolean): ItemAddress | null => {
    if (!at) return null
    apply(next, { adding: null, scale: null, open: isOpen ? at : null })
    const { pages } = store.get()
    if (pages) show({ said: `Added. ${placeInWords(pages, at)}.` })
    return at
  }

  return {
    subscribe: store.subscribe,
    get: store.get,
    /** Takes in a text that somebody else wrote, as a step that can be undone. */
    receive: (text: string) => {
      if (text === sourceNow()) return
      const history = changed(store.get().history, text)
      const pages = shareEqual(store.get().pages, readLayout(text))
      store.set({ ...store.get(), history, pages, open: null, adding: null, scale: null })
    },
    /** Writes the JSON itself; what is typed without a pause is one step. */
    write: (text: string) => {
      const now = Date.now()
      if (now - lastWrite > PAUSE_MS) burst += 1
      lastWrite = now
      apply(text, { open: null }, `json ${burst}`)
    },
    open: (at: ItemAddress | null) => show({ open: at, adding: null }),
    startAdding: (adding: Adding | null) => show({ adding, open: null, scale: null }),
    startScale: (scale: ScaleWish | null) => show({ scale }),
    startPasting: (pasting: Adding | null) => show({ pasting, open: null }),
    /** Adds pages that are written as JSON, after those that are there. */
    addPages: (pages: string) => {
      const now = sourceNow()
      const count = lengthAt(pages, []) ?? 0
      let next = now
      for (let page = 0; page < count && now.trim() !== ''; page += 1) {
        next = insertIn(next, [], lengthAt(next, []) ?? 0, textAt(pages, [page]) ?? '')
      }
      apply(now.trim() === '' ? pages : next, { adding: null, said: 'The questions were added.' })
    },
    /** Adds items, one below the other; returns where the first is. */
    add: (adding: Adding, items: readonly BatchItem[], isOpen = false): ItemAddress | null => {
      let text = sourceNow()
      let first: ItemAddress | null = null
      let next = adding
      for (const item of items) {
        const change = addTo(text, next, item)
        if (!change.at) continue
        text = change.source
        first ??= change.at
        next = { gap: { ...change.at, item: change.at.item + 1 } }
      }
      return put(text, first, isOpen)
    },
    /** Puts other items in the place of some that are one below the other. */
    exchange: (at: ItemAddress, length: number, items: readonly BatchItem[]) => {
      let text = sourceNow()
      for (const [index, item] of items.entries()) {
        const place = { ...at, item: at.item + index }
        text = index < length ? replace(text, place, item).source : insert(text, place, item).source
      }
      for (let index = length - 1; index >= items.length; index -= 1) {
        text = remove(text, { ...at, item: at.item + index }).source
      }
      apply(text, { scale: null, open: null, said: 'The scale is changed.' })
    },
    /** Sets members of an item; undefined takes one out. */
    update: (at: ItemAddress, members: Members) => {
      const about = `${keyOf(at)}/${Object.keys(members).join()}`
      apply(withMembers(sourceNow(), at, members), {}, about)
    },
    /** Sets members of an item and puts another one right below it, as one step. */
    addBelow: (at: ItemAddress, members: Members, item: BatchItem) => {
      const text = withMembers(sourceNow(), at, members)
      const change = insert(text, { ...at, item: at.item + 1 }, item)
      apply(change.source)
      const { pages } = store.get()
      if (change.at && pages) show({ said: `Added. ${placeInWords(pages, change.at)}.` })
    },
    replace: (at: ItemAddress, item: unknown) => apply(replace(sourceNow(), at, item).source),
    turnInto: (at: ItemAddress, facts: KindFacts) =>
      apply(changeKind(sourceNow(), at, facts).source, { said: `It is now: ${facts.name}.` }),
    duplicate: (at: ItemAddress) => {
      const change = duplicate(sourceNow(), at)
      if (change.source === sourceNow()) {
        show({ said: 'This cannot be on the page twice.' })
        return at
      }
      return put(change.source, change.at, false)
    },
    /** Takes an item out; returns the one to go on with. */
    remove: (at: ItemAddress) => {
      const change = remove(sourceNow(), at)
      apply(change.source, {
        said: 'Deleted. Undo brings it back.',
        deleted: 'Deleted.',
        open: null,
      })
      return change.at
    },
    removePage: (page: number) =>
      apply(removePage(sourceNow(), page), {
        open: null,
        said: 'The page is deleted. Undo brings it back.',
        deleted: 'The page is deleted.',
      }),
    movePage: (page: number, to: number) =>
      apply(movePage(sourceNow(), page, to), { open: null, said: 'The page is moved.' }),
    step: (at: ItemAddress, step: -1 | 1) => moved(moveBy(sourceNow(), at, step), ''),
    beside: (at: ItemAddress) => moved(putBeside(sourceNow(), at), ''),
    full: (at: ItemAddress) => moved(fullWidth(sourceNow(), at), ''),
    drop: (at: ItemAddress, place: DropPlace) => moved(drop(sourceNow(), at, place), ''),
    toPage: (at: ItemAddress, page: number) => {
      const rows = store.get().pages?.[page]?.rows.length ?? 0
      return moved(move(sourceNow(), at, { page, row: page > at.page ? 0 : rows }), '')
    },
    undo: () => enter(undone(store.get().history), { open: null, adding: null, said: 'Undone.' }),
    redo: () => enter(redone(store.get().history), { open: null, adding: null, said: 'Redone.' }),
  }
}

function withMembers(source: string, at: ItemAddress, members: Members) {
  return Object.entries(members).reduce(
    (text, [member, value]) => update(text, at, member, value).source,
    source,
  )
}

function addTo(text: string, adding: Adding, item: BatchItem): Change {
  return 'page' in adding ? addPage(text, adding.page, item) : insert(text, adding.gap, item)
}
