import { zodResolver } from '@hookform/resolvers/zod'
import { BatchDraft } from './batch-draft.ts'

/** Checks the form against what a batch asks for. Loaded after the first paint: nothing is checked before. */
export const draftResolver = zodResolver(BatchDraft)
