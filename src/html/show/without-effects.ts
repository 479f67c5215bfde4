import { hostOf } from '#html/safety/image-host.ts'
import { inertDocument } from '#html/parse/inert-document.ts'

const NO_HOSTS: ReadonlySet<string> = new Set()

/** What the page of a view knows its own parts by: a text must not pass for one of them. */
const OWN_NAMES = 'id name data-link data-picture data-host data-too-wide data-part'.split(' ')
const WITH_OWN_NAME = OWN_NAMES.map((name) => `[${name}]`).join()

/**
 * Takes out of a cleaned fragment what would still do something on a page: links lead nowhere and
 * show their address, pictures from elsewhere become a box with the host's name and their alternative
 * text, ids and names go, so that nothing on the page can be mistaken for them. Pictures by https from
 * one of `imageHosts` stay pictures. Pictures and boxes carry
 * their host as `data-host`. Changes `fragment`.
 */
export function withoutEffects(
  fragment: DocumentFragment,
  imageHosts: ReadonlySet<string> = NO_HOSTS,
): DocumentFragment {
  for (const element of fragment.querySelectorAll(WITH_OWN_NAME)) {
    for (const name of OWN_NAMES) element.removeAttribute(name)
  }
  for (const link of fragment.querySelectorAll('a[href]')) {
    link.setAttribute('title', link.getAttribute('href') ?? '')
    link.setAttribute('role', 'link')
    link.setAttribute('aria-disabled', 'true')
    for (const name of ['href', 'target', 'download', 'ping']) link.removeAttribute(name)
    link.setAttribute('data-link', '')
  }
  for (const image of fragment.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? ''
    if (!/^data:/i.test(source)) showOrName(image, source, imageHosts)
  }
  return fragment
}

/**
 * A picture by its address, as a node that does nothing: itself where it comes by https from one of
 * `imageHosts`, else a box with the host's name and the alternative text.
 */
export function shownPicture(
  address: string,
  alt: string,
  imageHosts: ReadonlySet<string> = NO_HOSTS,
): DocumentFragment {
  const fragment = inertDocument().createDocumentFragment()
  const image = inertDocument().createElement('img')
  image.setAttribute('src', address)
  image.setAttribute('alt', alt)
  fragment.append(image)
  showOrName(image, address, imageHosts)
  return fragment
}

function showOrName(image: HTMLImageElement, source: string, imageHosts: ReadonlySet<string>) {
  const host = hostOf(source)
  if (host !== null && imageHosts.has(host)) {
    image.setAttribute('data-host', host)
    image.setAttribute('referrerpolicy', 'no-referrer')
  } else image.replaceWith(placeholder(host, image.getAttribute('alt')))
}

function placeholder(host: string | null, alt: string | null): Element {
  const box = inertDocument().createElement('span')
  const from = host === null ? 'Picture without an address' : `Picture from ${host}`
  box.setAttribute('data-picture', '')
  if (host !== null) box.setAttribute('data-host', host)
  box.setAttribute('role', 'img')
  box.setAttribute('aria-label', alt ? `${from}: ${alt}` : from)
  box.textContent = alt ? `${from}: ${alt}` : from
  return box
}
