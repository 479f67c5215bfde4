import { clarityRating } from './clarity-rating.ts'
import { factuality } from './factuality.ts'
import { freeRewriting } from './free-rewriting.ts'
import { imageLabelling } from './image-labelling.ts'
import { instructionFollowing } from './instruction-following.ts'
import { messageTopics } from './message-topics.ts'
import { namedEntities } from './named-entities.ts'
import { pairwisePreference } from './pairwise-preference.ts'
import type { ReadyTemplate } from './ready-template.ts'
import { searchRelevance } from './search-relevance.ts'
import { sentiment } from './sentiment.ts'
import { summaryQuality } from './summary-quality.ts'
import { toxicity } from './toxicity.ts'
import { transcriptionCheck } from './transcription-check.ts'
import { translationQuality } from './translation-quality.ts'

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
