import type { KindFacts } from '#questions/kinds/kind-facts.ts'

/** A question that is answered by talking while the screen is recorded. */
export const videoNarration: KindFacts = {
  type: 'video_narration',
  name: 'Video narration',
  fresh: () => ({ type: 'video_narration', description: '' }),
}
