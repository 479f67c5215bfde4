import { partName } from '#html/part-names.ts'
import { mayDisappear } from '#html/profile.ts'
import { readingTime } from '#html/reading-time.ts'
import { BatchDraft, fieldOrder, type FieldName } from './batch-draft.ts'

export type Check = {
  field: FieldName
  /** What it is about, in a few words. */
  what: string
  /** The words of the text where it is, to find it by. */
  quotes: readonly string[]
}

export type Checks = {
  mustFix: readonly Check[]
  mayDisappear: readonly Check[]
  words: number
  minutes: number
}

const texts = ['introduction', 'steps'] as const

/** Everything worth knowing about a draft before it is sent. Needs a DOM to read the HTML with. */
export function checkDraft(draft: BatchDraft): Checks {
  const parsed = BatchDraft.safeParse(draft)
  const mustFix = (parsed.error?.issues ?? []).flatMap(({ path, message }) => {
    const field = fieldOrder.find((name) => name === path[0])
    return field ? [{ field, what: message, quotes: [] }] : []
  })
  const disappearing = texts.flatMap((field) =>
    mayDisappear(draft[field]).map(({ tag, count, quotes }) => {
      const name = partName(tag)
      return { field, what: count === 1 ? name : `${name}, ${count} times`, quotes }
    }),
  )
  const { words, minutes } = readingTime(`${draft.introduction} ${draft.steps}`)
  return { mustFix, mayDisappear: disappearing, words, minutes }
}
