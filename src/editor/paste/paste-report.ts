import type { Source } from '#editor/paste/read/detect-source.ts'

/** What a clean-up did, for the notice. */
export interface PasteReport {
  source: Source
  /** Lists that were made from paragraphs or put in order. */
  lists: number
  /** Pictures that participants could not have seen. */
  pictures: number
  /** Drawings with words in them, which have no place in a text. */
  drawings: number
  /** Links that lead to a file on somebody's computer or into another program. */
  links: number
  /** Comments of reviewers. */
  comments: number
  /** Passages that tracked changes had deleted. */
  deletions: number
  /** Formulas that were written as their TeX source. */
  formulas: number
  /** Formulas without a source, of which only their words and signs were written. */
  spelledFormulas: number
  /** Whether colours, highlights or alignment were left out, which can be brought back. */
  looks: boolean
  /** `html`: the words and what is certain. `text`: the words alone. */
  fallback: 'html' | 'text' | null
}

export function emptyReport(source: Source): PasteReport {
  return {
    source,
    lists: 0,
    pictures: 0,
    drawings: 0,
    links: 0,
    comments: 0,
    deletions: 0,
    formulas: 0,
    spelledFormulas: 0,
    looks: false,
    fallback: null,
  }
}
