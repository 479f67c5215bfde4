import { container, newElement, inlineContent, paragraphsOf } from './new-element.ts'
import type { Replacement } from './replacement.ts'

/** A foldable part, always open: a heading and its text. */
export const details: Replacement = {
  label: 'Make it a heading and text',
  replace: (element) => {
    const summary = [...element.children].find(({ localName }) => localName === 'summary')
    if (summary?.textContent.trim()) {
      const inner = summary.querySelector('h1, h2, h3, h4, h5, h6')
      element.before(newElement('h2', ...(inner ?? summary).childNodes))
    }
    summary?.remove()
    element.replaceWith(...paragraphsOf(element))
  },
}

/** A list of terms: a bulleted list of “term: explanation”. */
export const terms: Replacement = {
  label: 'Make it a list',
  replace: (element) => {
    const parts = [...element.querySelectorAll('dt, dd')].filter(
      (part) => part.parentElement?.closest('dl, dt, dd') === element,
    )
    // Anything beside terms and explanations would have no place in the list.
    if (inkOf([element]) !== inkOf(parts)) container.replace(element)
    else element.replaceWith(newElement('ul', ...itemsOf(parts)))
  },
}

function itemsOf(parts: readonly Element[]): Element[] {
  const items: Element[] = []
  let before = ''
  for (const part of parts) {
    const { localName } = part
    const item = items.at(-1)
    const separator = localName === 'dt' ? ', ' : before === 'dt' ? ': ' : '; '
    const begins = localName === 'dt' && before !== 'dt'
    if (item && !begins) item.append(separator, inlineContent(part))
    else items.push(newElement('li', inlineContent(part)))
    before = localName
  }
  return items
}

function inkOf(elements: readonly Element[]): string {
  return elements.map(({ textContent }) => textContent.replaceAll(/\s/g, '')).join('')
}
