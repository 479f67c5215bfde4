import type { UseFormReturn } from 'react-hook-form'
import type { BatchDraft } from './batch-draft.ts'

/** The one form of this screen, handed down instead of put into a context: every reader is explicit. */
export type DraftForm = UseFormReturn<BatchDraft>
