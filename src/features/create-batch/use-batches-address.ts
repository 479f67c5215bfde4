import { useQuery } from '@tanstack/react-query'
import { appConfig } from '#api/app-config.ts'
import type { Place } from '#contract/place.ts'
import { routes } from '#contract/routes.ts'

/**
 * Where programs create batches of a place, and what the place is called: the API of Prolific itself,
 * which they reach with their own token, or the practice API of this server.
 */
export function useBatchesAddress(place: Place) {
  const { data } = useQuery(appConfig)
  if (place === 'prolific') {
    return { name: 'Prolific', url: `https://api.prolific.com/api${routes.batches}` }
  }
  const backend = data?.backends.find((candidate) => candidate.place === place)
  const path = backend?.base_path ?? '/practice/api'
  return { name: backend?.name ?? 'Practice', url: location.origin + path + routes.batches }
}
