import type { ProfileName } from '#html/profile/profile-names.ts'

/** What a field holds: of each kind there is one way to store, send, read and blank a value. */
type Values = {
  /** Plain words. */
  line: string
  /** Formatted text, as HTML. */
  html: string
  /** JSON as somebody wrote it, finished or not. */
  json: string
  /** Names something that exists in one environment and means nothing in the other. */
  id: string
  switch: boolean
  profile: ProfileName
}
type Kind = keyof Values

type Field = {
  label: string
  kind: Kind
  /** The part of the form where it is written; without one it is set beside the form. */
  part?: 'read' | 'data' | 'team'
  /** Where the API takes it and gives it back. What the API does not know has none. */
  path?: readonly string[]
  /** Where a draft file has it, if not at `path`. */
  file?: readonly string[]
  /** The flag of the official command line tool, if it is not the API's name with hyphens. */
  flag?: string
  /** Whether no batch can be created without it. */
  required?: true
  /** The form may fill it in by itself, so that it says nothing about whether somebody wrote. */
  choosesItself?: true
  /**
   * Came after version 0.4.0, which refuses files with members it does not know and signed what pages
   * left behind without them: it is left out of both while it is blank.
   */
  later?: true
}

/**
 * Every field of a draft. What is stored, sent, read, filed, compared and said about fields follows from
 * this table. In the order of draft files; on the screen the parts of the form come one after the other.
 */
const table = {
  batchName: { label: 'Batch name', kind: 'line', part: 'team', path: ['name'], required: true },
  workspaceId: {
    label: 'Workspace',
    kind: 'id',
    part: 'team',
    path: ['workspace_id'],
    required: true,
    choosesItself: true,
  },
  datasetId: { label: 'Dataset', kind: 'id', part: 'data', path: ['dataset_id'] },
  autoSync: {
    label: 'Add new rows to this batch automatically',
    kind: 'switch',
    part: 'data',
    path: ['auto_sync_enabled'],
    flag: 'auto-sync',
    later: true,
  },
  taskTitle: {
    label: 'Task title',
    kind: 'line',
    part: 'read',
    path: ['task_details', 'task_name'],
    required: true,
  },
  introduction: {
    label: 'Introduction',
    kind: 'html',
    part: 'read',
    path: ['task_details', 'task_introduction'],
    required: true,
  },
  steps: {
    label: 'Steps',
    kind: 'html',
    part: 'read',
    path: ['task_details', 'task_steps'],
    required: true,
  },
  questions: {
    label: 'Questions',
    kind: 'json',
    part: 'data',
    path: ['batch_items'],
    file: ['questions'],
    flag: 'batch-items-json',
  },
  keeps: { label: 'What Prolific keeps', kind: 'profile', file: ['html_profile'] },
  onlyKept: { label: 'Send only what is kept', kind: 'switch', file: ['only_kept'] },
} as const satisfies Record<string, Field>

type Table = typeof table
export type FieldKey = keyof Table
type KeysOf<Part> = { [Key in FieldKey]: Table[Key] extends Part ? Key : never }[FieldKey]

/** The fields that are written or chosen in the form itself. */
export type FieldName = KeysOf<{ part: string; path: readonly string[] }>
/** What participants read: the members of the API's `task_details`. */
export type TaskTextName = KeysOf<{ part: 'read' }>
export type HtmlName = KeysOf<{ kind: 'html' }>
export type LineName = KeysOf<{ kind: 'line' }>
export type IdName = KeysOf<{ kind: 'id' }>
export type SwitchKey = KeysOf<{ kind: 'switch' }>
export type FormSwitchName = FieldName & SwitchKey

export type ByKind<Made extends Record<Kind, unknown>> = {
  -readonly [Key in FieldKey]: Made[Table[Key]['kind']]
}
export const fields: Readonly<Record<FieldKey, Field>> = table

/** What a field is called on the screen. */
export const labelOf = (field: FieldKey) => fields[field].label

/** What a field of each kind begins with. */
export const blanks: Values = {
  line: '',
  html: '',
  json: '',
  id: '',
  switch: false,
  profile: 'published',
}

/** All fields in the order of the table. */
export const allFields: readonly FieldKey[] = Object.keys(table).filter(
  (key): key is FieldKey => key in table,
)

const isInForm = (key: FieldKey): key is FieldName => fields[key].part !== undefined

/** The fields of the form in the order of the table, as files have them. */
export const formFields: readonly FieldName[] = allFields.filter(isInForm)

/** The fields of the form in the order of the screen. */
export const fieldOrder: readonly FieldName[] = ['read', 'data', 'team'].flatMap((part) =>
  formFields.filter((field) => fields[field].part === part),
)

export const taskTexts: readonly TaskTextName[] = fieldOrder.filter(
  (field): field is TaskTextName => fields[field].part === 'read',
)
export const htmlFields: readonly HtmlName[] = fieldOrder.filter(
  (field): field is HtmlName => fields[field].kind === 'html',
)
export const idFields: readonly IdName[] = fieldOrder.filter(
  (field): field is IdName => fields[field].kind === 'id',
)

export const lineFields: readonly LineName[] = fieldOrder.filter(
  (field): field is LineName => fields[field].kind === 'line',
)

export const isSwitch = (key: FieldKey): key is SwitchKey => fields[key].kind === 'switch'

/** What can be switched on and off in the form. */
export const formSwitches: readonly FormSwitchName[] = fieldOrder.filter(
  (field): field is FormSwitchName => isSwitch(field),
)

/** Where the API has a field of the form. */
export const pathOf = (field: FieldName): readonly string[] => table[field].path

/** The flag with which the official command line tool takes a field. */
export const flagOf = (field: FieldName) =>
  fields[field].flag ?? pathOf(field).at(-1)?.replaceAll('_', '-') ?? field

/** The name of a text among the API's task details. */
export const detailOf = (text: TaskTextName) => table[text].path[1]

/** The fields of the form by the API's own paths: `task_details.task_name`. */
export const fieldAt: ReadonlyMap<string, FieldName> = new Map(
  fieldOrder.map((field) => [pathOf(field).join('.'), field]),
)

/** All fields in the order in which version 0.4.0 stored them, which its checksums go by. */
export const storedOrder: readonly FieldKey[] = [...new Set([...fieldOrder, ...allFields])]

/** One thing for each field, by its kind. */
export function byKind<Made extends Record<Kind, unknown>>(made: Made): ByKind<Made>
export function byKind(made: Record<Kind, unknown>): Record<string, unknown> {
  return Object.fromEntries(storedOrder.map((key) => [key, made[fields[key].kind]]))
}
