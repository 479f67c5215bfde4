import type { Place } from '#contract/place.ts'
import type { Pasted } from '#pasted-request/pasted.ts'
import type { RequestDraft } from '#pasted-request/request-to-draft.ts'
import { addDraft } from '#storage/drafts.ts'
import { blankTexts } from '#storage/stored-draft.ts'
import { readFile } from './read-file.ts'
import { readText } from './read-text.ts'

/** A draft that was stored. */
export type Added = { id: string; place: Place; name: string }

/** What became of one text or file. */
export type TakenIn = {
  /** The name of the file; '' for what was pasted. */
  from: string
  pasted: Pasted
  added: Added[]
  /** The text for people that it is, if it is one: a draft can be made with it. */
  text: File | null
}

/** More files at once are a slip of the hand. */
const MOST_FILES = 50

/** Makes new drafts of a text that was pasted. Whatever is kept already stays as it is. */
export async function takeInText(text: string, place: Place): Promise<TakenIn> {
  const pasted = await readText(text, place)
  return { ...(await stored('', pasted)), text: pasted.isText ? fileOf(text) : null }
}

/** Makes new drafts of files, one after the other. */
export async function takeInFiles(files: readonly File[], place: Place): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  for (const file of files.slice(0, MOST_FILES)) {
    // One at a time: reading many at once would only take more memory.
    const pasted = await readFile(file, place)
    taken.push({ ...(await stored(file.name, pasted)), text: pasted.isText ? file : null })
  }
  return taken
}

/** Makes a new draft of a text for people, which `convert` makes HTML of, as its introduction. */
export async function takeInIntroduction(
  { from, text, pasted }: TakenIn,
  place: Place,
  convert: Convert,
): Promise<TakenIn> {
  const { html, says } = text ? await convert(text) : { html: '', says: [] }
  if (html === '') {
    const problems = says.map((reason) => ({ draft: '', line: null, field: '', reason }))
    return { from, pasted: { ...pasted, problems }, added: [], text: null }
  }
  const name = from.replace(/\.\w+$/, '')
  const draft = { name, place, texts: { ...blankTexts, introduction: html } }
  const drafts: RequestDraft[] = [{ draft, understood: ['introduction'], ignored: [], notes: says }]
  return stored(from, { source: 'a text', drafts, ignored: [], hadToken: false, problems: [] })
}

/** The clean HTML of a text, '' when there is none, and sentences about it. */
export type Convert = (text: File) => Promise<{ html: string; says: string[] }>

/** What was pasted as the file that it could have been. */
function fileOf(text: string) {
  return new File([text], /^\s*<[!\w]/.test(text) ? 'text.html' : 'text.txt')
}

async function stored(from: string, pasted: Pasted): Promise<TakenIn> {
  const added: Added[] = []
  const problems = [...pasted.problems]
  let isFull = false
  // The list of drafts shows the last first, and so they stand there in the order of the file.
  for (const { draft } of pasted.drafts.toReversed()) {
    const name =
      draft.name || draft.texts.batchName || draft.texts.taskTitle || 'Draft without a name'
    try {
      if (!isFull) added.unshift({ id: await addDraft(draft), place: draft.place, name })
    } catch {
      isFull = true
    }
    if (isFull) {
      const reason = 'This browser has no room for it. Delete drafts or export them first.'
      problems.push({ draft: `“${name}”`, line: null, field: '', reason })
    }
  }
  return { from, pasted: { ...pasted, problems }, added, text: null }
}
