import { matchSorter, rankings } from 'match-sorter'
import type { TemplateChoice } from './template-choice.ts'

const keys = [
  (choice: TemplateChoice) => choice.name,
  (choice: TemplateChoice) => [...choice.tags],
  (choice: TemplateChoice) => choice.description,
]

/** The templates in which every word of `words` begins or stands somewhere, the nearest first. */
export function findTemplates(choices: readonly TemplateChoice[], words: string) {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  return wanted.reduce<readonly TemplateChoice[]>(
    (found, word) => matchSorter(found, word, { keys, threshold: rankings.CONTAINS }),
    choices,
  )
}
