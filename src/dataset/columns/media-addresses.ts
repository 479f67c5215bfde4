/** What an address leads to. */
export type MediaUse = 'image_url' | 'audio_url' | 'video_url'

const USES: ReadonlyMap<string, MediaUse> = new Map([
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'avif', 'bmp', 'tif', 'tiff', 'heic'].map(
    (name): [string, MediaUse] => [name, 'image_url'],
  ),
  ...['mp3', 'wav', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'flac', 'aiff', 'wma'].map(
    (name): [string, MediaUse] => [name, 'audio_url'],
  ),
  ...['mp4', 'webm', 'mov', 'm4v', 'avi', 'mkv', 'ogv', 'wmv', 'mpg', 'mpeg'].map(
    (name): [string, MediaUse] => [name, 'video_url'],
  ),
])

/** Endings that the service's own tool accepts. It checks none for pictures. */
export const ACCEPTED_ENDINGS: Record<'audio_url' | 'video_url', readonly string[]> = {
  audio_url: ['aac', 'm4a', 'mp3', 'wav'],
  video_url: ['mp4', 'webm', 'mov'],
}

const ADDRESS = /^(https?):\/\/([^\s/?#\\<>"]{1,300})(\/[^\s?#<>"]*)?(?:[?#]\S*)?$/i

/** An address on the web, taken apart; null when `text` is none. Ends are in lower case. */
export function readAddress(text: string): {
  isSecure: boolean
  host: string
  path: string
  /** What follows the last dot of the path; '' without one. */
  ending: string
} | null {
  if (text.length > 4_000) return null
  const [, scheme, host, path = '/'] = ADDRESS.exec(text.trim()) ?? []
  if (scheme === undefined || host === undefined || !/[.:]|^localhost$/.test(host)) return null
  const dot = path.lastIndexOf('.')
  const ending = dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : ''
  return { isSecure: scheme.length === 5, host: host.toLowerCase(), path, ending }
}

/** What the ending of an address says it leads to; null when it says nothing. */
export function kindOfEnding(ending: string): MediaUse | null {
  return USES.get(ending) ?? null
}

const PICTURE_HOST =
  /^(?:images\.unsplash\.com|picsum\.photos|i\.imgur\.com|live\.staticflickr\.com|pbs\.twimg\.com|lh\d\.googleusercontent\.com|placehold\.co|(?:via\.)?placeholder\.com|loremflickr\.com)$/

/** Whether this host serves pictures under addresses without an ending. */
export function servesPictures(host: string): boolean {
  return PICTURE_HOST.test(host)
}

const PAGES: readonly (readonly [name: string, address: RegExp])[] = [
  ['Google Drive', /^https?:\/\/(?:drive|docs|photos)\.google\.com\/(?!uc\?)/i],
  ['Google Photos', /^https?:\/\/photos\.app\.goo\.gl\//i],
  ['SharePoint', /^https?:\/\/[\w-]{1,80}\.sharepoint\.com\//i],
  ['OneDrive', /^https?:\/\/(?:onedrive\.live\.com|1drv\.ms)\//i],
  ['Dropbox', /^https?:\/\/(?:www\.)?dropbox\.com\/(?![^\s]{0,2000}[?&](?:raw|dl)=1)/i],
  ['Box', /^https?:\/\/(?:[\w-]{1,80}\.)?box\.com\/s\//i],
  ['iCloud', /^https?:\/\/www\.icloud\.com\//i],
  ['YouTube', /^https?:\/\/(?:(?:www|m)\.youtube\.com|youtu\.be)\//i],
  ['Vimeo', /^https?:\/\/vimeo\.com\//i],
  ['GitHub', /^https?:\/\/github\.com\/[^\s?#]{1,1000}\/blob\//i],
  ['Wikipedia', /^https?:\/\/(?:\w{1,20}\.wikipedia|commons\.wikimedia)\.org\/wiki\//i],
  ['OSF', /^https?:\/\/osf\.io\/(?!download\/)\w{4,10}\/?$/i],
]

/** What every one of them has in it, so that other addresses are told at once. */
const MAY_BE_PAGE =
  /google|goo\.gl|sharepoint|onedrive|1drv|dropbox|box\.com|icloud|youtu|vimeo|github|wiki|osf\.io/i

/** The service whose page, not a file, this address opens ("Google Drive"); null for any other address. */
export function pageService(address: string): string | null {
  if (!MAY_BE_PAGE.test(address)) return null
  return PAGES.find(([, pattern]) => pattern.test(address))?.[0] ?? null
}
