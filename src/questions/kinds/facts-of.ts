import { membersOf } from '#contract/questions/question-item.ts'
import { datasetField } from './dataset_field/facts.ts'
import { fileUpload } from './file_upload/facts.ts'
import { freeText } from './free_text/facts.ts'
import { freeTextWithUnit } from './free_text_with_unit/facts.ts'
import { image } from './image/facts.ts'
import type { KindFacts, WrittenItem } from './kind-facts.ts'
import { multipleChoice } from './multiple_choice/facts.ts'
import { multipleChoiceWithFreeText } from './multiple_choice_with_free_text/facts.ts'
import { richText } from './rich_text/facts.ts'
import { starRating } from './star_rating/facts.ts'
import { videoNarration } from './video_narration/facts.ts'

/** Every kind of item that can be added, in the order of the menu. */
export const kinds: readonly KindFacts[] = [
  datasetField,
  richText,
  image,
  multipleChoice,
  multipleChoiceWithFreeText,
  freeText,
  freeTextWithUnit,
  starRating,
  fileUpload,
  videoNarration,
]

/** A map, because a type may be called like a member of every object. */
const byType: ReadonlyMap<unknown, KindFacts> = new Map(kinds.map((facts) => [facts.type, facts]))

/** The kind with a `type` of any shape; undefined for one that is not known: a protected question. */
export function factsOf(type: unknown): KindFacts | undefined {
  return byType.get(type)
}

/**
 * An item as another kind: what both kinds know goes over, and so does what neither of them knows. It
 * has no id, because an id belongs to an item of one kind.
 */
export function asKind(item: WrittenItem, to: KindFacts): WrittenItem {
  const before = new Set<PropertyKey>(membersOf(String(item['type'])))
  const after = new Set<PropertyKey>(membersOf(to.type))
  const kept = Object.entries(item).filter(
    ([member]) =>
      member !== 'type' && member !== 'id' && (after.has(member) || !before.has(member)),
  )
  // What the old kind could have said and did not stays unsaid.
  const missing = Object.entries(to.fresh()).filter(
    ([member]) => member === 'type' || !before.has(member),
  )
  const turned = Object.fromEntries([...missing, ...kept])
  return to.adopt?.(turned) ?? turned
}
