import * as z from 'zod/mini'
import { FileUpload } from '#contract/questions/file-upload.ts'
import { FreeText, FreeTextWithUnit } from '#contract/questions/free-text.ts'
import { MultipleChoice, MultipleChoiceWithFreeText } from '#contract/questions/multiple-choice.ts'

/**
 * A question of the API's earlier kind, which belongs to a batch as a whole and not to a page. The rules
 * of each type are those of pages; types that came later are for pages only.
 */
export const Instruction = z.discriminatedUnion('type', [
  FreeText,
  FreeTextWithUnit,
  MultipleChoice,
  MultipleChoiceWithFreeText,
  FileUpload,
])
export type Instruction = z.infer<typeof Instruction>

/** Body of `POST …/batches/{id}/instructions`. */
export const CreateInstructionsRequest = z.object({
  instructions: z.array(Instruction).check(z.minLength(1, 'must contain at least one instruction')),
})

/** Body of `PUT …/batches/{id}/instructions`, which replaces them all and keeps those with an `id`. */
export const ReplaceInstructionsRequest = z.object({ instructions: z.array(Instruction) })
