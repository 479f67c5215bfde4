import * as z from 'zod/mini'
import { TaskDetails } from '#contract/batch.ts'
import { Place } from '#contract/environment.ts'
import { profileNames } from '#html/profile/profiles.ts'
import type { DraftTexts } from '#drafts/store/stored-draft.ts'

/** As much as a thousand long tasks; a browser reads it in a blink. */
export const MOST_FILE_CHARACTERS = 10_000_000

/** Longer YAML is refused: a hostile file of that length takes its parser two seconds, JSON an instant. */
export const MOST_YAML_CHARACTERS = 300_000

/** Hand-made files may be long, but nobody has more tasks than this in one. */
export const MOST_DRAFTS = 1_000

/** A draft as it leaves this browser: what it is called, where it was meant for, and its texts. */
export type PortableDraft = {
  /** '' for a draft that nobody named; it goes by its batch name then. */
  name: string
  place: Place
  texts: DraftTexts
}

/**
 * One draft of a file, in the API's own words where it has some. A wrong word is refused instead of
 * left out: files are also written by hand.
 */
export const FileDraft = z.strictObject({
  title: z._default(z.string(), ''),
  place: z._default(Place, 'practice'),
  name: z._default(z.string(), ''),
  workspace_id: z._default(z.string(), ''),
  dataset_id: z._default(z.string(), ''),
  task_details: z.strictObject(TaskDetails.shape),
  /** The questions as they were typed: JSON text, finished or not. */
  questions: z._default(z.string(), ''),
  html_profile: z._default(z.enum(profileNames), 'published'),
  only_kept: z._default(z.boolean(), false),
})
export type FileDraft = z.infer<typeof FileDraft>

export const DraftFile = z.strictObject({
  format: z.literal('batch-composer-drafts'),
  version: z.literal(1),
  drafts: z.array(FileDraft).check(z.minLength(1), z.maxLength(MOST_DRAFTS)),
})
export type DraftFile = z.infer<typeof DraftFile>

/** The drafts as the content of a file; no id, no time and no token among it. */
export function toDraftFile(drafts: readonly PortableDraft[]): DraftFile {
  return { format: 'batch-composer-drafts', version: 1, drafts: drafts.map(toFileDraft) }
}

function toFileDraft({ name: title, place, texts }: PortableDraft): FileDraft {
  return {
    title,
    place,
    name: texts.batchName,
    workspace_id: texts.workspaceId,
    dataset_id: texts.datasetId,
    task_details: {
      task_name: texts.taskTitle,
      task_introduction: texts.introduction,
      task_steps: texts.steps,
    },
    questions: texts.questions,
    html_profile: texts.keeps,
    only_kept: texts.onlyKept,
  }
}

export function fromFileDraft(draft: FileDraft): PortableDraft {
  return {
    name: draft.title,
    place: draft.place,
    texts: {
      taskTitle: draft.task_details.task_name,
      introduction: draft.task_details.task_introduction,
      steps: draft.task_details.task_steps,
      datasetId: draft.dataset_id,
      questions: draft.questions,
      batchName: draft.name,
      workspaceId: draft.workspace_id,
      keeps: draft.html_profile,
      onlyKept: draft.only_kept,
    },
  }
}
