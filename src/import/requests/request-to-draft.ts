import { hasMembers } from '#contract/json-value.ts'
import { withoutIds } from '#contract/questions/layout-items.ts'
import type { Environment } from '#contract/environment.ts'
import type { PortableDraft } from '#drafts/file-format/draft-file.ts'
import {
  type FieldName,
  fieldOrder,
  fields,
  htmlFields,
  labelOf,
  pathOf,
  taskTexts,
} from '#drafts/fields.ts'
import { blankTexts, filledFields } from '#drafts/store/draft-texts.ts'
import { isPlain } from './literal.ts'
import { COMPUTED } from './program-tokens.ts'

/** A draft made of a request, and what happened to each of the request's members. */
export type RequestDraft = {
  draft: PortableDraft
  /** The fields that got a text, in the order of the screen. */
  understood: FieldName[]
  /** The members that a draft has no field for, as paths: `task_details.colour`. */
  ignored: string[]
  /** Sentences about fields that could not be filled, or that need a look. */
  notes: string[]
}

/** The fields by the names that requests have for them, at whatever level those stand. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map(
  fieldOrder.map((field) => [pathOf(field).at(-1) ?? '', field]),
)
const TEXTS: ReadonlySet<FieldName> = new Set(taskTexts)

/**
 * A draft for what somebody sent, or the API answered. Texts stay exactly as they are; ids that the API
 * gives are left behind, and what has no field is named.
 */
export function draftOfRequest(
  request: Record<string, unknown>,
  environment: Environment,
): RequestDraft {
  let texts = blankTexts
  const ignored: string[] = []
  const notes: string[] = []
  const fill = (field: FieldName, value: unknown) => {
    if (value === null || value === undefined) return
    if (typeof value === typeof blankTexts[field] && variableIn(value) === null) {
      texts = { ...texts, [field]: value }
    } else notes.push(whyEmpty(field, value))
  }

  for (const [key, value] of Object.entries(request)) {
    const field = FIELDS.get(key)
    if (field) fill(field, fields[field].kind === 'json' ? questionsOf(value) : value)
    else if (key === 'task_details') readDetails(value, fill, ignored, notes)
    else if (key === 'datasets') fill('datasetId', request['dataset_id'] ?? firstDataset(value))
    else ignored.push(key)
  }
  for (const field of htmlFields) {
    if (/\\n/.test(texts[field])) {
      notes.push(
        `${labelOf(field)} has “\\n” written out, as it would have been sent. Checks offers to turn it into lines or a list.`,
      )
    }
  }
  const draft = { name: '', place: environment, texts }
  return { draft, understood: filledFields(texts), ignored, notes }
}

function readDetails(
  details: unknown,
  fill: (field: FieldName, value: unknown) => void,
  ignored: string[],
  notes: string[],
) {
  if (details === null) return
  if (!hasMembers(details) || Array.isArray(details)) {
    notes.push(
      details === COMPUTED
        ? 'The task details are empty: their value is computed when the program runs. Print the JSON and paste the output.'
        : 'The task details were left out: they are not a group of texts.',
    )
    return
  }
  for (const [key, value] of Object.entries(details)) {
    const field = FIELDS.get(key)
    if (field && TEXTS.has(field)) fill(field, value)
    else ignored.push(`task_details.${key}`)
  }
}

function questionsOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return isPlain(value) ? JSON.stringify(withoutIds(value), null, 2) : COMPUTED
}

function firstDataset(datasets: unknown): unknown {
  const first: unknown = Array.isArray(datasets) ? datasets.at(0) : null
  return hasMembers(first) ? first['id'] : null
}

/** The name of the variable that a text stands for: `$WORKSPACE`, `${WORKSPACE}`, `%WORKSPACE%`. */
function variableIn(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const [, bare, braced, percent] =
    /^\s*(?:\$(?:env:)?(\w*[A-Za-z]\w*)|\$\{(\w+)\}|%(\w+)%)\s*$/.exec(text) ?? []
  return bare ?? braced ?? percent ?? null
}

function whyEmpty(field: FieldName, value: unknown) {
  const name = labelOf(field)
  const isOff = fields[field].kind === 'switch'
  const blank = isOff ? 'off' : 'empty'
  const variable = variableIn(value)
  if (variable !== null) return `${name} is ${blank}: its value is in the variable ${variable}.`
  if (typeof value === 'symbol')
    return `${name} is ${blank}: its value is computed when the program runs. Print the JSON and paste the output.`
  return `${name} is ${blank}: its value is ${isOff ? 'neither true nor false' : 'not text'}.`
}
