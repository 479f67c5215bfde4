import type { Place } from '#contract/place.ts'
import type { Pasted } from '#pasted-request/pasted.ts'
import { addDraft } from '#storage/drafts.ts'
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
}

/** More files at once are a slip of the hand. */
const MOST_FILES = 50

/** Makes new drafts of a text that was pasted. Whatever is kept already stays as it is. */
export async function takeInText(text: string, place: Place): Promise<TakenIn> {
  return stored('', await readText(text, place))
}

/** Makes new drafts of files, one after the other. */
export async function takeInFiles(files: readonly File[], place: Place): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  for (const file of files.slice(0, MOST_FILES)) {
    // One at a time: reading many at once would only take more memory.
    taken.push(await stored(file.name, await readFile(file, place)))
  }
  return taken
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
  return { from, pasted: { ...pasted, problems }, added }
}
