import * as z from 'zod/mini'

/**
 * The two environments a batch can live in. The word is part of every address, so that a copied link opens
 * the same batch for everyone and no page can show one environment's batch under the other's name.
 */
export const Environment = z.enum(['practice', 'prolific'])
export type Environment = z.infer<typeof Environment>

/** What people call an environment; a backend's own name from the configuration goes before this. */
export function environmentName(environment: Environment) {
  return environment === 'practice' ? 'Practice' : 'Prolific'
}
