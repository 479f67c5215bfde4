import type { Environment } from '#contract/environment.ts'

/** What the button that creates a batch says: the act and where. The dots: a review follows. */
export function createLabel(environment: Environment) {
  return environment === 'practice' ? 'Create practice batch' : 'Create in Prolific…'
}
