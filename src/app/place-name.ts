import type { Place } from '#contract/place.ts'

/** What people call a place; a backend's own name from the configuration goes before this. */
export function placeName(place: Place) {
  return place === 'practice' ? 'Practice' : 'Prolific'
}
