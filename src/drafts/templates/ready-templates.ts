import { clarityRating } from '#drafts/templates/tasks/surveys/clarity-rating.ts'
import { factuality } from '#drafts/templates/tasks/model-answers/factuality.ts'
import { freeRewriting } from '#drafts/templates/tasks/texts/free-rewriting.ts'
import { imageComparison } from '#drafts/templates/tasks/media/image-comparison.ts'
import { imageLabelling } from '#drafts/templates/tasks/media/image-labelling.ts'
import { instructionFollowing } from '#drafts/templates/tasks/model-answers/instruction-following.ts'
import { likertQuestionnaire } from '#drafts/templates/tasks/surveys/likert-questionnaire.ts'
import { messageTopics } from '#drafts/templates/tasks/texts/message-topics.ts'
import { namedEntities } from '#drafts/templates/tasks/texts/named-entities.ts'
import { pairwisePreference } from '#drafts/templates/tasks/model-answers/pairwise-preference.ts'
import type { ReadyTemplate } from './ready-template.ts'
import { searchRelevance } from '#drafts/templates/tasks/model-answers/search-relevance.ts'
import { sentiment } from '#drafts/templates/tasks/texts/sentiment.ts'
import { summaryQuality } from '#drafts/templates/tasks/model-answers/summary-quality.ts'
import { toxicity } from '#drafts/templates/tasks/texts/toxicity.ts'
import { transcriptCorrection } from '#drafts/templates/tasks/media/transcript-correction.ts'
import { transcriptionCheck } from '#drafts/templates/tasks/media/transcription-check.ts'
import { translationQuality } from '#drafts/templates/tasks/model-answers/translation-quality.ts'

/** The tasks that everybody finds in the gallery, in its order. */
export const readyTemplates: readonly ReadyTemplate[] = [
  sentiment,
  pairwisePreference,
  factuality,
  instructionFollowing,
  summaryQuality,
  toxicity,
  imageLabelling,
  imageComparison,
  transcriptionCheck,
  transcriptCorrection,
  searchRelevance,
  namedEntities,
  messageTopics,
  translationQuality,
  freeRewriting,
  clarityRating,
  likertQuestionnaire,
]
