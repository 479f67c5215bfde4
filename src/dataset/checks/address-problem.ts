import {
  ACCEPTED_ENDINGS,
  type MediaUse,
  pageService,
  readAddress,
  kindOfEnding,
} from '#dataset/columns/media-addresses.ts'

/** What can be wrong with an address of a picture, a recording or a video. */
export type AddressProblem = 'no-address' | 'page' | 'insecure' | 'wrong-kind' | 'ending'

/** The first thing that is wrong with a cell as an address for this use; null when nothing is. */
export function addressProblem(cell: string, use: MediaUse): AddressProblem | null {
  const address = readAddress(cell)
  if (address === null) return 'no-address'
  if (pageService(cell.trim()) !== null) return 'page'
  const leadsTo = kindOfEnding(address.ending)
  if (leadsTo !== null && leadsTo !== use) return 'wrong-kind'
  if (!address.isSecure) return 'insecure'
  if (use === 'image_url') return null
  return ACCEPTED_ENDINGS[use].includes(address.ending) ? null : 'ending'
}
