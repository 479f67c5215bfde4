import type { Part } from '#screens/batch/edit/batch-content.ts'

const nouns = { texts: 'text', questions: 'questions', dataset: 'dataset' }
const pointed = {
  texts: 'this text',
  questions: 'these questions',
  dataset: 'the dataset of this batch',
}

/** How parts of a batch are spoken of in sentences. */
export function partWords(parts: readonly Part[]) {
  const isOne = parts.length === 1 && parts[0] !== 'questions'
  return {
    name: listed(parts.map((part) => nouns[part])),
    these: listed(parts.map((part) => pointed[part])),
    them: isOne ? 'it' : 'them',
    are: isOne ? 'is' : 'are',
    were: isOne ? 'was' : 'were',
  }
}

/** "text", "text and questions", "text, questions and dataset". */
export function listed(words: readonly string[]) {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
