import { isQuestion } from '#contract/questions/question-item.ts'
import { hasMembers } from '#contract/json-value.ts'
import { factsOf } from '#questions/kinds/facts-of.ts'
import type { Detail, KindFacts } from '#questions/kinds/kind-facts.ts'
import { asWords } from './as-words.ts'

/** One thing on a participant's screen, as a person reads it. All of it is text and no markup. */
export type DescribedQuestion = {
  kind: string
  /** Whether participants answer it. */
  isQuestion: boolean
  words: string
  details: readonly Detail[]
}

/** An item of any shape in words. Needs a DOM. */
export function describeQuestion(value: unknown): DescribedQuestion {
  if (!hasMembers(value) || Array.isArray(value)) return unreadable(value)
  const type = asWords(value['type'])
  const { name, words, details }: Pick<KindFacts, 'name' | 'words' | 'details'> = factsOf(
    value['type'],
  ) ?? {
    name: type === '' ? 'Part without a type' : `Part of the type “${type}”`,
    // What its members mean is not known, but the wording is among them.
    details: () => [['As written', [asWords(value)]]],
  }
  const wording = words?.(value) ?? asWords(value['description'])
  const told: Detail[] = [
    ['Helper text', [asWords(value['helper_text'])]],
    ...(details?.(value) ?? []),
  ]
  return {
    kind: name,
    isQuestion: isQuestion({ type }),
    words: wording.trim() === '' ? '(no words)' : wording,
    details: told
      .map(([term, values]) => [term, values.filter((one) => one !== '')] as const)
      .filter(([, values]) => values.length > 0),
  }
}

/** Something in the place of items that is none, as it is written. */
export function unreadable(value: unknown): DescribedQuestion {
  const words = asWords(value) || '(nothing)'
  return { kind: 'Cannot be read', isQuestion: false, words, details: [] }
}
