import * as z from 'zod/mini'
import { DatasetField, Image, RichText } from './content-blocks.ts'
import { FileUpload } from './file-upload.ts'
import { FreeText, FreeTextWithUnit } from './free-text.ts'
import { MultipleChoice, MultipleChoiceWithFreeText } from './multiple-choice.ts'
import { StarRating, VideoNarration } from './stars-and-video.ts'

/** One thing on a participant's screen: a piece of the dataset, a content block or a question. */
export const BatchItem = z.discriminatedUnion('type', [
  DatasetField,
  Image,
  RichText,
  FreeText,
  FreeTextWithUnit,
  MultipleChoice,
  MultipleChoiceWithFreeText,
  FileUpload,
  StarRating,
  VideoNarration,
])
export type BatchItem = z.infer<typeof BatchItem>
export type BatchItemType = BatchItem['type']

export const batchItemTypes: readonly string[] = BatchItem.def.options.flatMap((variant) => [
  ...variant.shape.type.def.values,
])

const membersByType: ReadonlyMap<string, readonly string[]> = new Map(
  BatchItem.def.options.flatMap(({ shape }) =>
    [...shape.type.def.values].map((type) => [type, Object.keys(shape)] as const),
  ),
)

/** The members that the API documents for a kind of item, in its order; none for an unknown kind. */
export function membersOf(type: string): readonly string[] {
  return membersByType.get(type) ?? []
}

const shownNotAsked: ReadonlySet<string> = new Set(['dataset_field', 'image', 'rich_text'])

/** Whether participants answer this item (an "instruction" in the API's words) or only see it. */
export function isQuestion(item: { type: string }) {
  return !shownNotAsked.has(item.type)
}

/** Whether a page that is shown once, before or after the loop over the dataset, may hold it. */
export function isContentBlock(item: { type: string }) {
  return item.type === 'image' || item.type === 'rich_text'
}
