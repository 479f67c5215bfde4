import { hasMembers } from '#contract/json-value.ts'
import { typeOf, type Placed } from '#questions/layout/read-layout.ts'
import { labelsOf, textOf, type Finding } from './finding.ts'

/** More than these are hard to keep in mind at once. */
const MOST_CHOICES = 7

const WAY_OUT =
  /\b(?:neither|neutral|none|other|cannot|can['’]t|could not|not sure|unsure|un(?:decided|clear|certain)|do(?:es)?(?:n['’]t| not) (?:know|say|apply)|not (?:applicable|given|mentioned|at all)|n\/a|no (?:opinion|difference|preference|answer)|prefer not|depends|both|maybe|perhaps|equal(?:ly)?|(?:about )?the same|tie|mixed|partly|in between)\b/i

type Found = Omit<Finding, 'at'>

/** What may be better in one question. Wordings are checked as English. */
export function checkItem({ at, item }: Placed): Finding[] {
  const labels = labelsOf(item)
  return [...checkWording(item), ...checkLabels(labels), ...checkChoices(item, labels)].map(
    (found) => ({ ...found, at }),
  )
}

function checkWording(item: unknown): Found[] {
  const wording = textOf(item, 'description')
  const isRated = ['multiple_choice', 'star_rating'].includes(typeOf(item))
  const joined = isRated && hasOneAnswer(item) ? /\b(?:and|as well as)\b/i.exec(wording) : null
  const isRange = /\b(?:between|from|both)\b.+\band\b/i.test(wording)
  const questions = wording.match(/\?/g)?.length ?? 0
  if (questions < 2 && (!joined || isRange)) return []
  return [
    {
      kind: 'two-in-one',
      sentence:
        questions > 1
          ? 'This asks more than one question. Ask each by itself.'
          : `“${joined?.[0]}” may join two questions in one. Consider asking each by itself.`,
    },
  ]
}

function checkLabels(labels: readonly string[]): Found[] {
  const found: Found[] = []
  const empty = labels.findIndex((label) => label === '')
  if (empty !== -1) found.push({ kind: 'no-words', sentence: `Choice ${empty + 1} has no words.` })
  const folded = labels.map((label) => label.toLocaleLowerCase())
  const again = labels.find((label, index) => label && folded.indexOf(folded[index] ?? '') < index)
  if (again) found.push({ kind: 'repeated', sentence: `“${again}” is there twice.` })
  const overlap = overlapping(labels)
  if (overlap) {
    found.push({
      kind: 'overlapping',
      sentence: `“${overlap[0]}” and “${overlap[1]}” overlap. A value in both has no clear answer.`,
    })
  }
  return found
}

function checkChoices(item: unknown, labels: readonly string[]): Found[] {
  const isNumbers = labels.length > 2 && labels.every((label) => /^\d+(?::.*)?$/.test(label))
  if (isNumbers) {
    const bare = [labels[0], labels.at(-1)].some((label) => /^\d+$/.test(label ?? ''))
    const sentence = 'The ends of this scale have no words. What do the numbers stand for?'
    return bare ? [{ kind: 'bare-ends', sentence }] : []
  }
  const found: Found[] = []
  if (labels.length > MOST_CHOICES) {
    const sentence = `These are ${labels.length} choices. More than ${MOST_CHOICES} are hard to compare.`
    found.push({ kind: 'many-choices', sentence })
  }
  const hasMiddle = labels.length > 3 && labels.length % 2 === 1
  const hasWayOut = hasMiddle || labels.some((label) => WAY_OUT.test(label))
  if (labels.length > 1 && hasOneAnswer(item) && !hasWayOut) {
    const sentence = 'There is no choice for people who cannot say or are in between.'
    found.push({ kind: 'no-way-out', sentence })
  }
  return found
}

function hasOneAnswer(item: unknown) {
  if (!hasMembers(item)) return false
  return item['answer_limit'] === 1 || item['type'] === 'star_rating'
}

/** The first two ranges of numbers that share more than nothing, as "18–25" and "25–30" do. */
function overlapping(labels: readonly string[]): readonly [string, string] | null {
  const ranges = labels.flatMap((label) => {
    const [, low, high] =
      /^\D*?(\d+(?:\.\d+)?)\s*(?:[-–—]|to)\s*(\d+(?:\.\d+)?)\D*$/.exec(label) ?? []
    return low === undefined || high === undefined ? [] : [{ label, low: +low, high: +high }]
  })
  for (const [index, one] of ranges.entries()) {
    const other = ranges
      .slice(index + 1)
      .find(({ low, high }) => low <= one.high && one.low <= high)
    if (other) return [one.label, other.label]
  }
  return null
}
