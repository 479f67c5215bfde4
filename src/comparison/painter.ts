import type { Leaf } from './leaves.ts'

export type ChangeKind = 'added' | 'removed'

/** What is taken over of an element. Classes, styles and `hidden` could hide what is compared. */
const COPIED = 'dir lang start reversed type value colspan rowspan title data-link src alt'.split(
  ' ',
)

/**
 * Puts leaves back into the elements around them, one after the other. Leaves that follow each other
 * in the same element share one copy of it. What was added or removed stands in an `ins` or a `del` with
 * `data-change`, directly inside its block, and says what it is in words for screen readers.
 */
export function createPainter() {
  const fragment = document.createDocumentFragment()
  let open: { of: Element | ChangeKind; node: Element }[] = []
  let owesSpace = false
  const innermost = () => open.at(-1)?.node ?? fragment

  return {
    /** `path` says where the leaf goes, which need not be where it came from. */
    add: (leaf: Leaf, path: readonly Element[], change?: ChangeKind) => {
      if (leaf.kind === 'end' && !change) return
      const mark = change ? [change] : []
      const chain = [...path.slice(0, leaf.blocks), ...mark, ...path.slice(leaf.blocks)]
      let shared = 0
      while (shared < chain.length && open[shared]?.of === chain[shared]) shared += 1
      open = open.slice(0, shared)
      if (leaf.spaced || owesSpace) innermost().append(' ')
      owesSpace = false
      for (const of of chain.slice(shared)) {
        const node = typeof of === 'string' ? markOf(of) : copyOf(of)
        innermost().append(node)
        open.push({ of, node })
      }
      innermost().append(...nodesOf(leaf, change))
    },
    /** Parts what comes next from what was there, where only the old text had a space. */
    space: () => {
      owesSpace = true
    },
    /** The merged text. Call it once, at the end. */
    finish: () => {
      for (const mark of fragment.querySelectorAll('[data-change]')) {
        mark.prepend(unseen(` [${mark.getAttribute('data-change')}: `))
        mark.append(unseen('] '))
      }
      return fragment
    },
  }
}

function nodesOf({ kind, node }: Leaf, change?: ChangeKind): (Node | string)[] {
  if (!(node instanceof Element)) return [node]
  if (kind === 'break') return change ? ['↵', copyOf(node)] : [copyOf(node)]
  return [node.hasAttribute('data-picture') ? document.importNode(node, true) : copyOf(node)]
}

function copyOf(element: Element) {
  const heading = /^h[1-6]$/.test(element.localName)
  const copy = document.createElement(heading ? 'div' : element.localName)
  // Not a heading of the page that the comparison stands on.
  if (heading) copy.setAttribute('data-heading', element.localName)
  for (const name of COPIED) {
    const value = element.getAttribute(name)
    if (value !== null) copy.setAttribute(name, value)
  }
  // A closed one would hide what is in it.
  if (element.localName === 'details') copy.setAttribute('open', '')
  return copy
}

function markOf(change: ChangeKind) {
  const mark = document.createElement(change === 'added' ? 'ins' : 'del')
  mark.setAttribute('data-change', change)
  return mark
}

function unseen(words: string) {
  const span = document.createElement('span')
  span.className = 'visually-hidden'
  span.textContent = words
  return span
}
