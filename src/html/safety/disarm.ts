/** What attributes are called that must not be what they are while they are parsed. */
export const DISARMED = 'data-disarmed-'

/** On the `<source>` that stands for a `<track>`. */
export const DISARMED_TRACK = `${DISARMED}track`

/**
 * Everything that could be read as the name of an event handler: in which tags, if in any, only a whole
 * parser knows (`<svg><style><img onerror>` is a picture with one, `<style><img onerror>` is a style).
 * Behind one of these characters every attribute begins.
 */
const HANDLERS = /(?<=[\t\n\f\r "'/])on(?=[a-z]+[\t\n\f\r =/>])/gi
const TRACKS = /<(track)(?=[\t\n\f\r />])/gi

const DISARMED_HANDLERS = new RegExp(`${DISARMED}(?=on[a-z])`, 'gi')
const DISARMED_TRACKS = new RegExp(`<source ${DISARMED}(track)`, 'gi')

/**
 * `html` with its event handlers under another name and without `<track>`. In an inert document browsers
 * run and load neither, but they report each one that is parsed as a violation of the page's policy.
 * Text that only looks like it gets its characters back by `rearmText`.
 */
export function disarm(html: string): string {
  if (!html.includes('<')) return html
  return html.replace(HANDLERS, `${DISARMED}$&`).replace(TRACKS, `<source ${DISARMED}$1`)
}

/** Elements of which no word is read, and whose content the browser lets nobody change. */
const LEFT_DISARMED = new Set('script iframe object embed'.split(' '))

/** Gives text, comments and the values of attributes below `root` back what `disarm` did to them. */
export function rearmText(root: Element): void {
  const show = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT
  const walker = root.ownerDocument.createTreeWalker(root, show)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof CharacterData) {
      const { data } = node
      if (data.includes(DISARMED) && !isLeftDisarmed(node.parentNode)) node.data = rearmed(data)
    } else if (node instanceof Element && !isLeftDisarmed(node)) {
      for (const attribute of node.attributes) {
        const { value } = attribute
        if (value.includes(DISARMED)) attribute.value = rearmed(value)
      }
    }
  }
}

function isLeftDisarmed(node: Node | null): boolean {
  return node instanceof Element && LEFT_DISARMED.has(node.localName)
}

function rearmed(text: string): string {
  return text.replace(DISARMED_HANDLERS, '').replace(DISARMED_TRACKS, '<$1')
}
