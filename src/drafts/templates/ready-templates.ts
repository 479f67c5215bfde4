import { clarityRating } from '#drafts/templates/tasks/clarity-rating.ts'
import { factuality } from '#drafts/templates/tasks/factuality.ts'
import { freeRewriting } from '#drafts/templates/tasks/free-rewriting.ts'
import { imageLabelling } from '#drafts/templates/tasks/image-labelling.ts'
import { instructionFollowing } from '#drafts/templates/tasks/instruction-following.ts'
import { messageTopics } from '#drafts/templates/tasks/message-topics.ts'
import { namedEntities } from '#drafts/templates/tasks/named-entities.ts'
import { pairwisePreference } from '#drafts/templates/tasks/pairwise-preference.ts'
import type { ReadyTemplate } from './ready-template.ts'
import { searchRelevance } from '#drafts/templates/tasks/search-relevance.ts'
import { sentiment } from '#drafts/templates/tasks/sentiment.ts'
import { summaryQuality } from '#drafts/templates/tasks/summary-quality.ts'
import { toxicity } from '#drafts/templates/tasks/toxicity.ts'
import { transcriptionCheck } from '#drafts/templates/tasks/transcription-check.ts'
import { translationQuality } from '#drafts/templates/tasks/translation-quality.ts'

/** The tasks that everybody finds in the gallery, in its order. */
export const readyTemplates: readonly ReadyTemplate[] = [
  sentiment,
  pairwisePreference,
  factuality,
  instructionFollowing,
  summaryQuality,
  toxicity,
  imageLabelling,
  transcriptionCheck,
  searchRelevance,
  namedEntities,
  messageTopics,
  translationQuality,
  freeRewriting,
  clarityRating,
]
