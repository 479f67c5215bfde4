import { DATASET_LIMITS } from '#contract/dataset-schema.ts'
import { guessMedia, someValues } from '#dataset/columns/guess-use.ts'
import { givesAway } from '#dataset/columns/heading-words.ts'
import type { PersonalData } from '#dataset/columns/personal-data.ts'
import type { PreparedTable } from '#dataset/prepared-table.ts'
import type { RecipeColumn } from '#dataset/recipe.ts'
import { repairEncoding } from '#dataset/steps/clean-characters.ts'
import { counted, grouped } from '#ui/counted.ts'
import { type Finding, finding, quoted } from './finding.ts'
import { isShown } from './row-findings.ts'

/** What the API would refuse, whatever the cells: every one of these must be settled. */
export function limitFindings(table: PreparedTable, columns: readonly RecipeColumn[]): Finding[] {
  const sent = columns.filter(({ use }) => use !== 'left_out')
  const found: Finding[] = []
  if (table.rows.length === 0) {
    found.push(finding('no-rows', 'must', 'There are no rows below the headings.'))
  }
  if (sent.length === 0) {
    found.push(
      finding('no-columns', 'must', 'All columns are left out, so there is nothing to send.'),
    )
  }
  if (sent.length > DATASET_LIMITS.fields) {
    const message = `There are ${counted(sent.length, 'column')}. Prolific takes ${DATASET_LIMITS.fields}: leave some out.`
    found.push(finding('too-many-fields', 'must', message))
  }
  const byKey = new Map<string, RecipeColumn>()
  for (const column of sent) {
    found.push(...nameFindings(column))
    const other = byKey.get(column.key)
    byKey.set(column.key, other ?? column)
    if (other === undefined) continue
    const message = `${quoted(other.heading)} and ${quoted(column.heading)} have the same name in the dataset: ${quoted(column.key)}.`
    found.push(
      finding(`doubled-key:${column.heading}`, 'must', message, { column: column.heading }),
    )
  }
  const [groups, ...others] = sent.filter(({ use }) => use === 'task_group_id')
  for (const { heading } of others) {
    const message = `${quoted(groups?.heading ?? '')} and ${quoted(heading)} both make groups. Only one column can.`
    const setUse = { column: heading, use: 'metadata' as const, label: `Hide ${quoted(heading)}` }
    found.push(finding(`two-groups:${heading}`, 'must', message, { column: heading, setUse }))
  }
  return found
}

function nameFindings({ heading, key, label }: RecipeColumn): Finding[] {
  const name = quoted(heading)
  const must = (id: string, message: string) =>
    finding(`${id}:${heading}`, 'must', message, { column: heading })
  return [
    ...(key === '' ? [must('no-key', `Column ${name} has no name in the dataset.`)] : []),
    ...(key.length > DATASET_LIMITS.key
      ? [
          must(
            'long-key',
            `The name of ${name} in the dataset is longer than ${DATASET_LIMITS.key} characters.`,
          ),
        ]
      : []),
    ...(label.length > DATASET_LIMITS.label
      ? [
          must(
            'long-label',
            `The label of ${name} has ${grouped(label.length)} characters. Prolific takes ${DATASET_LIMITS.label}.`,
          ),
        ]
      : []),
  ]
}

const GIVES_AWAY = {
  model: 'Participants may learn from it which model wrote a text.',
  condition: 'Participants may learn their condition from it.',
  file: 'It looks like the name of a file.',
}

/** Labels, uses that do not fit the values, and whether participants see anything at all. */
export function shownFindings(table: PreparedTable, columns: readonly RecipeColumn[]): Finding[] {
  const shown = columns.filter(({ use }) => isShown(use))
  const found: Finding[] = []
  if (shown.length === 0 && columns.some(({ use }) => use !== 'left_out')) {
    const message = 'No column is shown to participants. Questions can show none of this data.'
    found.push(finding('nothing-shown', 'should', message))
  }
  for (const column of shown) found.push(...labelFindings(column), ...kindFindings(table, column))
  return found
}

function labelFindings({ heading, label }: RecipeColumn): Finding[] {
  const about = { column: heading }
  const given = givesAway(label)
  if (given !== null) {
    const message = `Participants see the label ${quoted(label)}. ${GIVES_AWAY[given]}`
    return [finding(`label:${heading}`, 'should', message, about)]
  }
  if (repairEncoding(label) !== label || label.includes('\uFFFD')) {
    const message = `The label ${quoted(label)} has damaged characters. Correct it, or choose another encoding.`
    return [finding(`label:${heading}`, 'should', message, about)]
  }
  if (label === heading && /^Column [A-Z]{1,3}(?: \(\d+\))?$/.test(heading)) {
    const message = `Participants see the label ${quoted(label)}, because the column has no heading.`
    return [finding(`label:${heading}`, 'note', message, about)]
  }
  return []
}

const SHOW_AS = { image_url: 'pictures', audio_url: 'audio', video_url: 'video' }

function kindFindings(table: PreparedTable, { heading, use }: RecipeColumn): Finding[] {
  const at = use === 'text' ? table.headings.indexOf(heading) : -1
  const media = at === -1 ? null : guessMedia(heading, someValues(table, at))
  if (media === null) return []
  const message = `Column ${quoted(heading)} holds addresses of ${SHOW_AS[media]}, which participants see as text.`
  const setUse = { column: heading, use: media, label: `Show as ${SHOW_AS[media]}` }
  return [finding(`media:${heading}`, 'note', message, { column: heading, setUse })]
}

/** The privacy stop, for each column that seems to hold personal data and is not left out. */
export function privacyFindings(
  columns: readonly RecipeColumn[],
  kindOf: ReadonlyMap<string, PersonalData>,
): Finding[] {
  return columns.flatMap(({ heading, use }) => {
    const kind = use === 'left_out' ? undefined : kindOf.get(heading)
    if (kind === undefined) return []
    const where = isShown(use) ? 'Participants see it.' : 'It is set to Hidden.'
    const message = `Column ${quoted(heading)} looks like ${kind}. ${where} Prolific cannot delete uploaded data.`
    const setUse = { column: heading, use: 'left_out' as const, label: 'Leave it out' }
    return [finding(`privacy:${heading}`, 'should', message, { column: heading, setUse })]
  })
}
