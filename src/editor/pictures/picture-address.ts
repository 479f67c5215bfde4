import { IMAGE_ADDRESS } from '#html/safety/allow-list.ts'
import { readLinkAddress } from '#html/safety/link-address.ts'

/** What a person typed as the address of a picture: usable, or what is wrong and what was meant. */
export type PictureAddress =
  | { ok: true; src: string }
  | { ok: false; problem: string; suggestion?: string }

/** Paths on a computer, and what browsers say for files and for pictures that were copied. */
const LOCAL_FILE =
  /^(?:[a-z]:[\\/]|\\\\|~\/|\/(?:home|users|volumes|mnt|tmp)\/|file:|blob:|cid:|webkit-fake-url:)/i

const OTHER_FILE = /\.(?:html?|php|aspx?|jsp|pdf|docx?|pptx?|xlsx?|zip|mp4|mov|mp3)$/i

/** Pages that show a picture, where people copy the address of the page. */
const PAGE_OF_PICTURE = new RegExp(
  `^https://(?:www\\.)?(?:${[
    '(?:drive|docs|photos)\\.google\\.com',
    'photos\\.app\\.goo\\.gl',
    'onedrive\\.live\\.com',
    '1drv\\.ms',
    '[\\w-]+\\.sharepoint\\.com',
    'dropbox\\.com(?!.*[?&](?:raw|dl)=1)',
    '(?:flickr|pinterest|unsplash|imgur)\\.com',
    'github\\.com/.*/blob',
    '(?:\\w+\\.wikipedia|commons\\.wikimedia)\\.org/wiki',
  ].join('|')})/`,
  'i',
)

/** Reads an address as typed into the picture dialog. */
export function readPictureAddress(typed: string): PictureAddress {
  const text = typed.trim()
  if (text === '') {
    return refused('Enter the address of the picture, for example https://example.org/lamp.png.')
  }
  if (LOCAL_FILE.test(text)) {
    return refused(
      'This is a file on your computer. Prolific needs a web address: put the picture on a web server, then enter its address, which starts with https://.',
    )
  }
  if (/^data:/i.test(text)) {
    if (IMAGE_ADDRESS.test(text)) return { ok: true, src: text }
    return refused('An embedded picture has to be a PNG, JPEG, GIF or WebP.')
  }
  if (/^http:/i.test(text)) {
    const secure = text.replace(/^http:/i, 'https:')
    return refused(
      'The address has to start with https://. Browsers do not show pictures from http:// addresses.',
      secure,
    )
  }
  const link = readLinkAddress(text)
  const address = link.ok ? link.href : (link.suggestion ?? '')
  if (!/^https:/i.test(address) || !URL.canParse(address)) {
    return refused('This is not a full web address. It has to start with https://.')
  }
  if (isPage(address)) {
    return refused(
      'This is the address of a page, not of a picture. Open the picture itself, for example with “Open image in new tab”, and enter that address.',
    )
  }
  return link.ok ? { ok: true, src: address } : refused(link.problem, address)
}

function isPage(address: string): boolean {
  const { pathname, search } = new URL(address)
  const nothingNamed = pathname === '/' && search === ''
  return nothingNamed || OTHER_FILE.test(pathname) || PAGE_OF_PICTURE.test(address)
}

function refused(problem: string, suggestion?: string): PictureAddress {
  return { ok: false, problem, ...(suggestion === undefined ? {} : { suggestion }) }
}
