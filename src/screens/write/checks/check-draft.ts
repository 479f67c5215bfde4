import type { ProfileName } from '#html/profile/profile-names.ts'
import { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import type { TextName } from '#screens/write/fields/form-fields.ts'
import { OPEN_PLACEHOLDER, placeholdersIn } from '#html/checks/placeholders.ts'
import { contentFindings } from '#html/checks/content-findings.ts'
import { MAX_TEXT_BYTES } from '#html/parse/limits.ts'
import { outsideFindings } from '#html/profile/outside-findings.ts'
import { parseText } from '#html/parse/parsed-text.ts'
import { readingTime } from '#html/words/reading-time.ts'
import { type FieldName, fieldOrder, htmlFields } from '#drafts/fields.ts'
import type { Check, Checks, FieldCheck, TextCheck } from './check.ts'
import type { DataColumn } from '#contract/dataset.ts'
import { checkQuestions } from './check-questions.ts'
import { parseInert } from '#html/parse/inert-document.ts'

/**
 * Everything worth knowing about a draft before it is sent. What cannot be checked is among it, and keeps
 * nothing else from being checked. Needs a DOM to read the HTML with.
 *
 * @param columns the columns of the dataset; null when it has none, undefined when that is not known
 */
export function checkDraft(draft: BatchDraft, columns?: readonly DataColumn[] | null): Checks {
  const { taskTitle, introduction, steps, keeps } = draft
  const ofQuestions = questionChecks(draft.questions, columns)
  const worthALook: Check[] = [
    ...inside('taskTitle', () => checkTitle(taskTitle)),
    ...htmlFields.flatMap((field) => inside(field, () => perText[field].content(draft[field]))),
    ...ofQuestions.hints,
  ]
  return {
    mustFix: [...inside('taskTitle', () => faultsOf(draft)), ...ofQuestions.missing],
    mayDisappear: htmlFields.flatMap((field) => {
      // What cannot be read for this cannot be read for the other checks, which say so.
      return inside(field, () => perText[field].outside(draft[field], keeps)).filter(isInText)
    }),
    worthALook,
    perItem: ofQuestions.perItem,
    toFillIn: worthALook.filter(({ what }) => what === OPEN_PLACEHOLDER).length,
    ...readingTime(`${introduction} ${steps}`),
  }
}

function inside<Found extends Check>(
  field: FieldName,
  find: () => readonly Found[],
): readonly (Found | FieldCheck)[] {
  try {
    return find()
  } catch {
    return [{ field, what: 'Could not be checked', advice: NOT_CHECKED }]
  }
}

const NOT_CHECKED =
  'Part of this text cannot be read, so it was not checked. Look at it in the participant view.'

function isInText(check: Check): check is TextCheck {
  return 'position' in check
}

function faultsOf(draft: BatchDraft): FieldCheck[] {
  const parsed = BatchDraft.safeParse(draft)
  return (parsed.error?.issues ?? []).flatMap(({ path, message }) => {
    const field = fieldOrder.find((name) => name === path[0])
    return field ? [{ field, what: message }] : []
  })
}

/** The text that is being written is checked again and again; the other one and its nodes are not. */
const perText = { introduction: createTextChecks('introduction'), steps: createTextChecks('steps') }

function createTextChecks(field: TextName) {
  const inField = (finding: Omit<TextCheck, 'field'>): TextCheck => ({ ...finding, field })
  // What is longer than a text may be is to be shortened first, and says so itself.
  const parse = lastOf((html: string) => parseText(html.length > MAX_TEXT_BYTES ? '' : html))
  return {
    outside: lastOf((html: string, keeps: ProfileName) =>
      outsideFindings(parse(html), keeps).map(inField),
    ),
    content: lastOf((html: string) => contentFindings(parse(html)).map(inField)),
  }
}

/** The function with a memory of its last result. */
function lastOf<Input extends readonly unknown[], Result>(make: (...input: Input) => Result) {
  let last: { input: Input; result: Result } | null = null
  return (...input: Input): Result => {
    if (!last || input.some((value, index) => value !== last?.input[index])) {
      last = { input, result: make(...input) }
    }
    return last.result
  }
}

const questionChecks = lastOf(checkQuestions)

/** The title goes as plain text, and Prolific says that it may hold HTML: both can be meant. */
function checkTitle(title: string): FieldCheck[] {
  return [
    ...placeholdersIn(title).map((quote) => ({
      field: 'taskTitle' as const,
      what: OPEN_PLACEHOLDER,
      quote,
      advice:
        'Participants will see it exactly as written. Prolific does not fill in placeholders.',
    })),
    ...htmlIn(title),
  ]
}

function htmlIn(title: string): FieldCheck[] {
  if (!/[<&]/.test(title)) return []
  const asHtml = parseInert(title).textContent.replace(/\s+/g, ' ').trim()
  const same = asHtml === title.replace(/\s+/g, ' ').trim()
  return [
    {
      field: 'taskTitle',
      what: 'Title that could be read as HTML',
      advice: same
        ? `It contains “<” or “&”. It should read “${asHtml}” both as text and as HTML, but “and” or “less than” would be safer.`
        : `If Prolific treats it as text: “${title}”. As HTML: ${asHtml === '' ? 'nothing at all' : `“${asHtml}”`}.`,
    },
  ]
}
