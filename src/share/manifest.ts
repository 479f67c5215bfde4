import { profileNames, type ProfileName } from '#html/profile/profile-names.ts'
import * as z from 'zod/mini'
import type { TaskDetails } from '#contract/task-details.ts'
import { Environment } from '#contract/environment.ts'
import { profiles } from '#html/profile/profiles.ts'
import { byteLength } from '#html/parse/limits.ts'
import { type FieldName, formSwitches, pathOf } from '#drafts/fields.ts'
import { checksum } from '#storage/checksum.ts'
import type { SharedTask } from './shared-task.ts'
import { outsideFindings } from '#html/profile/outside-findings.ts'
import { parseText } from '#html/parse/parsed-text.ts'

/** The version of this app, as a record names it. */
export const appVersion: string = import.meta.env.APP_VERSION

const Text = z.strictObject({
  /** What participants are shown, character for character; its bytes are UTF-8. */
  content: z.string(),
  bytes: z.int(),
  sha256: z.string(),
})
const Texts = z.strictObject({ task_name: Text, task_introduction: Text, task_steps: Text })
const Hashes = z.strictObject({
  task_name: z.string(),
  task_introduction: z.string(),
  task_steps: z.string(),
})

/** Something for all that can be switched on and off, by the API's own names. */
function switches(make: (field: FieldName) => unknown): object {
  return Object.fromEntries(formSwitches.map((field) => [pathOf(field).join('.'), make(field)]))
}

/** A record for programs and archives: what participants are shown, and how that can be checked. */
export const Manifest = z.strictObject({
  format: z.literal('batch-composer-record'),
  version: z.literal(1),
  /** Times are ISO 8601 in UTC; null where they are not known. */
  made_at: z.string(),
  made_with: z.strictObject({ name: z.literal('Batch Composer'), version: z.string() }),
  place: Environment,
  source: z.enum(['draft', 'batch']),
  draft_id: z.nullable(z.string()),
  batch_id: z.nullable(z.string()),
  workspace_id: z.nullable(z.string()),
  dataset_ids: z.array(z.string()),
  batch_name: z.string(),
  /** The API's own word; null for a draft. */
  status: z.nullable(z.string()),
  draft_changed_at: z.nullable(z.string()),
  batch_created_at: z.nullable(z.string()),
  texts: Texts,
  questions: z.nullable(z.array(z.unknown())),
  ...switches(() => z.boolean()),
  html_profile: z.strictObject({
    id: z.enum(profileNames),
    name: z.string(),
    source: z.string(),
    read_on: z.string(),
    /** Whether only what it keeps is sent. */
    only_kept: z.boolean(),
    /** The parts of the texts that it does not keep. */
    may_disappear: z.array(
      z.strictObject({
        text: z.enum(['task_introduction', 'task_steps']),
        what: z.string(),
        words: z.string(),
      }),
    ),
  }),
  /** What this browser sent for the batch; null for a draft, and where that is not known. */
  sent: z.nullable(
    z.strictObject({ sent_at: z.string(), sha256: Hashes, stored_as_sent: z.boolean() }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

/** The manifest of a task at a moment. Needs a DOM. `version` is that of this app. */
export function manifestOf(task: SharedTask, madeAt: Date, version: string): Manifest {
  const {
    place: environment,
    source,
    batchName,
    workspaceId,
    datasetIds,
    texts,
    questions,
    switchedOn,
  } = task
  const draft = source.kind === 'draft' ? source : null
  const batch = source.kind === 'batch' ? source : null
  const { name, source: from, readOn } = profiles[task.keeps]
  return {
    format: 'batch-composer-record',
    version: 1,
    made_at: madeAt.toISOString(),
    made_with: { name: 'Batch Composer', version },
    place: environment,
    source: source.kind,
    draft_id: draft?.id ?? null,
    batch_id: batch?.id ?? null,
    workspace_id: workspaceId || null,
    dataset_ids: [...datasetIds],
    batch_name: batchName,
    status: batch?.status ?? null,
    draft_changed_at: timeOf(draft?.changedAt ?? null),
    batch_created_at: batch?.createdAt ?? null,
    texts: eachText(texts, (content) => ({
      content: content.toWellFormed(),
      bytes: byteLength(content),
      sha256: checksum(content),
    })),
    questions: questions && [...questions],
    ...switches((field) => switchedOn.has(field)),
    html_profile: {
      id: task.keeps,
      name,
      source: from,
      read_on: readOn,
      only_kept: task.onlyKept,
      may_disappear: mayDisappear(texts, task.keeps),
    },
    sent: batch?.sent ? comparedWith(batch.sent.texts, texts, batch.sent.sentAt) : null,
  }
}

function comparedWith(sent: TaskDetails, stored: TaskDetails, sentAt: number) {
  const hashes = eachText(sent, checksum)
  const { task_name, task_introduction, task_steps } = eachText(stored, checksum)
  return {
    sent_at: new Date(sentAt).toISOString(),
    sha256: hashes,
    stored_as_sent:
      hashes.task_name === task_name &&
      hashes.task_introduction === task_introduction &&
      hashes.task_steps === task_steps,
  }
}

function eachText<T>(texts: TaskDetails, make: (text: string) => T) {
  return {
    task_name: make(texts.task_name),
    task_introduction: make(texts.task_introduction),
    task_steps: make(texts.task_steps),
  }
}

function timeOf(at: number | null) {
  return at === null ? null : new Date(at).toISOString()
}

/** A part of a text that Prolific is not taken to keep, and its first words. */
type Doubtful = { text: 'task_introduction' | 'task_steps'; what: string; words: string }

/** The parts of what participants are shown that may disappear in Prolific. Needs a DOM. */
function mayDisappear(texts: TaskDetails, keeps: ProfileName): Doubtful[] {
  return (['task_introduction', 'task_steps'] as const).flatMap((text) => {
    try {
      return outsideFindings(parseText(texts[text]), keeps).map(({ what, position }) => ({
        text,
        what,
        words: position.quote,
      }))
    } catch {
      // The record states the rest all the same.
      return [{ text, what: 'all of it: this text could not be read', words: '' }]
    }
  })
}

declare global {
  interface ImportMetaEnv {
    /** From package.json, put in by the build. */
    readonly APP_VERSION: string
  }
}
