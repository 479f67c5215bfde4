import { fileCountDefaults, isQuestion } from '#contract/questions/question-item.ts'
import { hasMembers, valueAt } from '#contract/json-value.ts'
import { readableLines } from '#html/words/readable-text.ts'
import { showableBlock } from '#preview/sheet/showable-block.ts'
/** A term and what stands for it, for people; one that stands for nothing is left out. */
type Detail = readonly [term: string, values: readonly string[]]

/** One thing on a participant's screen, as a person reads it. All of it is text and no markup. */
export type DescribedQuestion = {
  kind: string
  /** Whether participants answer it. */
  isQuestion: boolean
  words: string
  details: readonly Detail[]
}

type Item = Record<PropertyKey, unknown>
type Reading = {
  kind: string
  words?: (item: Item) => string
  details?: (item: Item) => readonly Detail[]
}

const typed = ({ placeholder_text_input, validation }: Item): Detail[] => [
  ['Placeholder text', [asWords(placeholder_text_input)]],
  ['Limits', [typedLimits(validation)]],
]
const chosen = ({ options, answer_limit, placeholder_text_input }: Item): Detail[] => [
  ['Answers', asMembers(options).map(optionWords)],
  ['Participants choose', [answerLimit(answer_limit)]],
  ['Placeholder text', [asWords(placeholder_text_input)]],
]

/** A map, because a type may be called like a member of every object. */
const readings: ReadonlyMap<unknown, Reading> = new Map<string, Reading>([
  [
    'dataset_field',
    {
      kind: 'Data',
      words: ({ field }) =>
        asWords(field) === ''
          ? 'A column of the item is shown, but its name is missing.'
          : `The item’s “${asWords(field)}” is shown.`,
    },
  ],
  [
    'image',
    {
      kind: 'Picture',
      words: ({ alt_text, url }) => asWords(alt_text) || asWords(url),
      details: ({ alt_text, url, caption }) => [
        ['Caption', [asWords(caption)]],
        ['Address', [asWords(alt_text) && asWords(url)]],
      ],
    },
  ],
  ['rich_text', { kind: 'Text', words: richTextWords }],
  ['free_text', { kind: 'Free text', details: typed }],
  [
    'free_text_with_unit',
    {
      kind: 'Free text with a unit',
      details: (item) => [
        ...typed(item),
        ['Units', asMembers(item['unit_options']).map(unitWords)],
        ['Default unit', [firstUnit(item)]],
        ['Unit position', [unitPlace(item['unit_position'])]],
      ],
    },
  ],
  ['multiple_choice', { kind: 'Multiple choice', details: chosen }],
  ['multiple_choice_with_free_text', { kind: 'Multiple choice with free text', details: chosen }],
  [
    'file_upload',
    {
      kind: 'File upload',
      details: ({ min_file_count, max_file_count, accepted_file_types, max_file_size_mb }) => [
        [
          'How many',
          [
            fileCount(
              min_file_count ?? fileCountDefaults.min,
              max_file_count ?? fileCountDefaults.max,
            ),
          ],
        ],
        ['Types', [asMembers(accepted_file_types).map(asWords).join(', ')]],
        ['Size', [asWords(max_file_size_mb) && `At most ${asWords(max_file_size_mb)} MB each`]],
      ],
    },
  ],
  [
    'star_rating',
    {
      kind: 'Star rating',
      details: ({ max_stars }) => [
        ['Stars', [asWords(max_stars) && `Up to ${asWords(max_stars)}`]],
      ],
    },
  ],
  ['video_narration', { kind: 'Video narration' }],
])

/** An item of any shape in words. Needs a DOM. */
export function describeQuestion(value: unknown): DescribedQuestion {
  if (!hasMembers(value) || Array.isArray(value)) return unreadable(value)
  const type = asWords(value['type'])
  const reading = readings.get(value['type']) ?? {
    kind: type === '' ? 'Part without a type' : `Part of the type “${type}”`,
    // What its members mean is not known, but the wording is among them.
    details: () => [['As written', [asWords(value)]]],
  }
  const words = (reading.words ?? descriptionWords)(value)
  const details: Detail[] = [
    ['Helper text', [asWords(value['helper_text'])]],
    ...(reading.details?.(value) ?? []),
  ]
  return {
    kind: reading.kind,
    isQuestion: isQuestion({ type }),
    words: words.trim() === '' ? '(no words)' : words,
    details: details
      .map(([term, values]) => [term, values.filter((one) => one !== '')] as const)
      .filter(([, values]) => values.length > 0),
  }
}

/** Something in the place of items that is none, as it is written. */
export function unreadable(value: unknown): DescribedQuestion {
  const words = asWords(value) || '(nothing)'
  return { kind: 'Cannot be read', isQuestion: false, words, details: [] }
}

function descriptionWords({ description }: Item) {
  return asWords(description)
}

function richTextWords({ content, content_format }: Item) {
  // Markdown reads well as it is written, and which kind of it Prolific knows is not documented.
  if (typeof content !== 'string' || content_format === 'markdown') return asWords(content)
  return readableLines(
    showableBlock({ html: content }, { imageHosts: [], kept: null, marked: null }),
  )
}

/** The label, or the whole option where it has none, and what choosing it brings with it. */
function optionWords(option: unknown): string {
  if (!hasMembers(option)) return asWords(option)
  const heading = asWords(option['heading'])
  return [
    asWords(option['label']) || asWords(option),
    heading && `with a text field: “${heading}”`,
    option['exclusive'] === true && 'rules out all other answers',
  ]
    .filter(Boolean)
    .join(' – ')
}

function unitWords(unit: unknown): string {
  if (!hasMembers(unit)) return asWords(unit)
  const limits = typedLimits(unit['validation'])
  const label = asWords(unit['label']) || asWords(unit)
  return limits ? `${label} – ${limits}` : label
}

/** The label of the unit that is chosen at first; its value, which nobody sees, where it has none. */
function firstUnit({ unit_options, default_unit }: Item): string {
  const value = asWords(default_unit)
  if (value === '') return ''
  const unit = asMembers(unit_options).find((one) => asWords(valueAt(one, ['value'])) === value)
  return asWords(valueAt(unit, ['label'])) || value
}

function unitPlace(position: unknown) {
  if (position === 'prefix') return 'Before the answer'
  return position === 'suffix' ? 'After the answer' : asWords(position)
}

/** Any JSON value as text: words as they are, nothing as '', and what has members as it is written. */
export function asWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  try {
    return JSON.stringify(value)
  } catch {
    // Lists in lists without end can be read, but not written.
    return '(nested too deeply to show)'
  }
}

/** The members of a list; what is no list is taken for its only member, and nothing for none. */
function asMembers(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** "From 2 to 5", "At least 2", "At most 5", "Exactly 2"; '' without bounds, null when they are odd. */
function boundsInWords(min: unknown, max: unknown): string | null {
  const least = min ?? null
  const most = max ?? null
  if (least !== null && typeof least !== 'number') return null
  if (most !== null && typeof most !== 'number') return null
  if (least !== null && most !== null) {
    return least === most ? `Exactly ${least}` : `From ${least} to ${most}`
  }
  if (least !== null) return `At least ${least}`
  return most === null ? '' : `At most ${most}`
}

/** What may be typed as an answer; as it is written where it is odd, '' where nothing is said. */
function typedLimits(validation: unknown): string {
  if (!hasMembers(validation)) return asWords(validation)
  const { type, min, max } = validation
  const bounds = boundsInWords(min, max)
  if (bounds === null || (type !== 'string' && type !== 'number')) return asWords(validation)
  if (type === 'number') return bounds ? `A number, ${bounds.toLowerCase()}` : 'A number'
  return bounds && `${bounds} ${max === 1 || (min === 1 && !max) ? 'character' : 'characters'}`
}

/** How many files are taken. */
function fileCount(min: unknown, max: unknown): string {
  const bounds = boundsInWords(min, max) ?? `From ${asWords(min)} to ${asWords(max)}`
  return `${bounds} ${max === 1 ? 'file' : 'files'}`
}

/** How many answers may be chosen. */
function answerLimit(limit: unknown): string {
  if (limit === 1) return 'One answer'
  if (limit === -1) return 'Any number of answers'
  return typeof limit === 'number' ? `Up to ${limit} answers` : asWords(limit)
}
