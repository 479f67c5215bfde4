import { inertDocument } from './inert-document.ts'

/**
 * Takes out of a cleaned fragment what would still do something on a page: links lead nowhere and
 * show their address, pictures from elsewhere become a box with the host's name and their alternative
 * text, ids and names go, so that nothing on the page can be mistaken for them. Changes `fragment`.
 */
export function withoutEffects(fragment: DocumentFragment): DocumentFragment {
  for (const element of fragment.querySelectorAll('[id], [name]')) {
    element.removeAttribute('id')
    element.removeAttribute('name')
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
    if (!source.startsWith('data:'))
      image.replaceWith(placeholder(source, image.getAttribute('alt')))
  }
  return fragment
}

function placeholder(source: string, alt: string | null): Element {
  const box = inertDocument().createElement('span')
  const host = hostOf(source)
  const from = host === null ? 'Picture without an address' : `Picture from ${host}`
  box.setAttribute('data-picture', '')
  box.setAttribute('role', 'img')
  box.setAttribute('aria-label', alt ? `${from}: ${alt}` : from)
  box.textContent = alt ? `${from}: ${alt}` : from
  return box
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}
