import type { Environment } from '#contract/environment.ts'
import { type Pasted, noRequest, unrecognised } from '#import/requests/unrecognised.ts'
import type { RequestDraft } from '#import/requests/request-to-draft.ts'
import { saveDraft } from '#drafts/autosave/save-draft.ts'
import type { FieldName } from '#drafts/fields.ts'
import { addDraft, readDraft } from '#drafts/store/drafts.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { MOST_FILE_CHARACTERS, type PortableDraft } from '#drafts/file-format/draft-file.ts'
import { spreadsheetFile, type SpreadsheetFile } from '#dataset/read/spreadsheet-file.ts'
import { stepsIn, titleIn } from './task-in-text.ts'
import { textOfFile } from '#html/parse/text-of-file.ts'
import { askWorker, TookTooLong } from '#html/worker/ask-worker.ts'

/** As long as anybody waits for what is refused in the end. */
const LONGEST_MS = 1_800

const TEXTS = /\.(?:docx?|odt|rtf|pdf|html?|md|markdown)$/i

/** Those of them that the editors read. */
const READABLE_TEXTS = /\.(?:docx|html?|md|markdown)$/i

const UNREADABLE_TEXT =
  'This kind of document cannot be read here. Save it as a Word document (.docx), or copy and paste its text.'

/** A draft that was stored. */
export type Added = { id: string; place: Environment; name: string }

/** What happened to one text or file. */
export type ImportOutcome = {
  /** The name of the file; '' for what was pasted. */
  from: string
  pasted: Pasted
  added: Added[]
  /** The text for people that it is, if it is one: a draft can be made with it. */
  text: File | null
  /** The heading from which on the introduction of the one draft can be moved to its steps. */
  steps?: string | undefined
  /** The spreadsheet that it is, if it is one, and where it would be used. */
  data?: { file: File; place: Environment }
}

/** More files at once are a slip of the hand. */
const MOST_FILES = 50

/** Makes new drafts of a text that was pasted. Whatever is kept already stays as it is. */
export async function takeInText(text: string, environment: Environment): Promise<ImportOutcome> {
  const pasted = await readText(text, environment)
  return { ...(await stored('', pasted)), text: pasted.isText ? fileOf(text) : null }
}

/** Makes new drafts of files, one after the other. */
export async function takeInFiles(
  files: readonly File[],
  environment: Environment,
): Promise<ImportOutcome[]> {
  const taken: ImportOutcome[] = []
  for (const file of files.slice(0, MOST_FILES)) {
    // One at a time: reading many at once would only take more memory.
    const spreadsheet = await spreadsheetFile(file)
    if (spreadsheet) {
      taken.push(ofSpreadsheet(file, spreadsheet, environment))
      continue
    }
    const pasted = await readFile(file, environment)
    const outcome = { ...(await stored(file.name, pasted)), text: pasted.isText ? file : null }
    // A document can be nothing but a text; a file of plain text may have been meant as something else.
    const isDocument = pasted.isText && READABLE_TEXTS.test(file.name)
    taken.push(isDocument ? await takeInIntroduction(outcome, environment) : outcome)
  }
  return taken
}

function ofSpreadsheet(
  file: File,
  { refusal }: SpreadsheetFile,
  place: Environment,
): ImportOutcome {
  const outcome = { from: file.name, added: [], text: null }
  if (refusal !== null) return { ...outcome, pasted: unrecognised(refusal) }
  const pasted: Pasted = { source: '', drafts: [], ignored: [], hadToken: false, problems: [] }
  return { ...outcome, pasted, data: { file, place } }
}

/**
 * Makes a new draft of a text for people: the heading that it begins with is the task title, the rest
 * the introduction.
 */
export async function takeInIntroduction(
  { from, text, pasted }: ImportOutcome,
  environment: Environment,
): Promise<ImportOutcome> {
  const { html, says } = text ? await convert(text) : { html: '', says: [] }
  if (html === '') {
    const problems = says.map((reason) => ({ draft: '', line: null, field: '', reason }))
    return { from, pasted: { ...pasted, problems }, added: [], text: null }
  }
  const { title, rest } = titleIn(html)
  const draft: PortableDraft = {
    name: title === '' ? from.replace(/\.\w+$/, '') : '',
    place: environment,
    texts: { ...blankTexts, taskTitle: title, batchName: title, introduction: rest },
  }
  const understood: FieldName[] = title === '' ? ['introduction'] : ['taskTitle', 'introduction']
  const drafts: RequestDraft[] = [{ draft, understood, ignored: [], notes: says }]
  const made: Pasted = { source: 'a text', drafts, ignored: [], hadToken: false, problems: [] }
  return { ...(await stored(from, made)), steps: stepsIn(rest)?.name }
}

/**
 * Moves the part of the introduction that says what to do to the steps of the one draft that was made.
 * A draft that was changed meanwhile stays as it is, and the outcome says so.
 */
export async function moveToSteps(outcome: ImportOutcome): Promise<ImportOutcome> {
  const { id = '' } = outcome.added[0] ?? {}
  const done = { ...outcome, steps: undefined }
  const kept = await readDraft(id).catch(() => null)
  if (kept?.kind === 'readable') {
    const { texts, place: environment } = kept.draft
    const parts = stepsIn(texts.introduction)
    const split = parts && { ...texts, introduction: parts.before, steps: parts.after }
    if (split && texts.steps === '') {
      const base = kept.draft
      const save = { id, tab: '', place: environment, texts: split, base, keepPrevious: true }
      const saved = await saveDraft(save).catch(() => null)
      if (saved?.kind === 'saved') return done
    }
  }
  const reason = 'The draft was changed or could not be stored. Open it and move the steps there.'
  const problems = [{ draft: '', line: null, field: '', reason }]
  return { ...done, pasted: { ...outcome.pasted, problems } }
}

/** Converts a text by the code of the editors, which is loaded only now. */
async function convert(text: File): Promise<{ html: string; says: string[] }> {
  try {
    const { htmlOfText } = await import('./html-of-text.ts')
    return await htmlOfText(text)
  } catch {
    const reason =
      'The part of the app that reads texts could not be loaded. Check that the server is running, then try again.'
    return { html: '', says: [reason] }
  }
}

/** What was pasted as the file that it could have been. */
function fileOf(text: string) {
  return new File([text], /^\s*<[!\w]/.test(text) ? 'text.html' : 'text.txt')
}

async function stored(from: string, pasted: Pasted): Promise<ImportOutcome> {
  const added: Added[] = []
  const problems = [...pasted.problems]
  let isFull = false
  // The list of drafts shows the last first, and so they stand there in the order of the file.
  for (const { draft } of pasted.drafts.toReversed()) {
    const name = draft.name || draft.texts.batchName || draft.texts.taskTitle || 'Untitled draft'
    try {
      if (!isFull) added.unshift({ id: await addDraft(draft), place: draft.place, name })
    } catch {
      isFull = true
    }
    if (isFull) {
      const reason = 'This browser has no room for it. Export or delete some drafts first.'
      problems.push({ draft: `“${name}”`, line: null, field: '', reason })
    }
  }
  return { from, pasted: { ...pasted, problems }, added, text: null }
}

/**
 * Reads a file as `readText` does. One that is too large, or evidently no request, is refused by its
 * size and name before any of it is read. Never throws.
 */
export async function readFile(file: File, environment: Environment): Promise<Pasted> {
  if (TEXTS.test(file.name)) {
    return READABLE_TEXTS.test(file.name)
      ? noRequest('This is a text, not a request.')
      : unrecognised(UNREADABLE_TEXT)
  }
  if (file.type.startsWith('image/')) return unrecognised('This is a picture.')
  // A character takes one byte at least.
  if (file.size > MOST_FILE_CHARACTERS) {
    return unrecognised('The file is longer than 10 MB. Split it into smaller files.')
  }
  try {
    const text = await textOfFile(file)
    return text === null
      ? unrecognised('This is not a text file.')
      : await readText(text, environment)
  } catch {
    return unrecognised('The file could not be read. Was it moved, or is it a folder?')
  }
}

/**
 * Reads a text beside the page, so that nothing in it can hold the page up. Never throws: a text that
 * takes too long, or cannot be read at all, comes back with the reason.
 */
async function readText(text: string, environment: Environment): Promise<Pasted> {
  try {
    if (typeof Worker === 'undefined') {
      const { readPasted } = await import('#import/requests/read-pasted.ts')
      return readPasted(text, environment)
    }
    const { default: address } = await import('./reading.worker.ts?worker&url')
    return await askWorker<Pasted>(address, { text, place: environment }, LONGEST_MS)
  } catch (error) {
    return unrecognised(
      error instanceof TookTooLong
        ? 'Reading this takes too long. Paste a smaller part of it, or split the file.'
        : 'The part of the app that reads requests could not be loaded. Check that the server is running, then try again.',
    )
  }
}
