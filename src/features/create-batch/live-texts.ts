import { createLiveSource, createLiveText } from '#html/live-source.ts'
import type { BatchDraft } from './batch-draft.ts'

/** What participants read, as it is being written: the way from the editors to the preview. */
export type LiveTexts = ReturnType<typeof createLiveTexts>

/** Texts as a draft begins with them; editors and fields publish into them. */
export function createLiveTexts(texts: BatchDraft) {
  return {
    title: createLiveText(texts.taskTitle),
    introduction: createLiveSource(texts.introduction),
    steps: createLiveSource(texts.steps),
  }
}
