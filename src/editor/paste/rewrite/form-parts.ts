import { elementOf } from './line-writer.ts'

const CHOICES = 'input[type="radio" i], input[type="checkbox" i]'

/**
 * Makes text, in place, of what a form shows without being text: the words on its buttons, the names
 * of its options; and lists of choices that stand side by side, each with a label of its own.
 */
export function writeFormParts(root: ParentNode): void {
  for (const input of root.querySelectorAll('input')) {
    if (/^(?:submit|button|reset)$/i.test(input.getAttribute('type') ?? '')) {
      const button = elementOf('button')
      button.textContent = input.getAttribute('value') ?? ''
      input.replaceWith(button)
    }
  }
  for (const named of root.querySelectorAll('optgroup[label], option[label]')) {
    const label = named.getAttribute('label') ?? ''
    const option = elementOf('option')
    option.textContent = label
    if (label.trim() === '') continue
    if (named.localName === 'optgroup') named.prepend(option)
    else named.replaceWith(option)
  }
  const labels = labelsOfChoices(root)
  for (const parent of new Set([...labels].map((label) => label.parentNode))) {
    if (!parent || (parent instanceof Element && !hasPlaceForList(parent, labels))) continue
    for (const run of runsOf(parent, labels)) listChoices(run)
  }
}

/** Whether a list may stand there: not right in another one, nor as all of an item, nor in code. */
function hasPlaceForList(element: Element, labels: ReadonlySet<Element>): boolean {
  if (element.matches('ul, ol, menu, dl') || element.closest('pre')) return false
  if (element.localName !== 'li') return true
  return [...element.childNodes].some(
    (node) => !(node instanceof Element && labels.has(node)) && node.textContent?.trim() !== '',
  )
}

/** Labels around a choice, and those that name it. */
function labelsOfChoices(root: ParentNode): Set<Element> {
  const ids = new Set([...root.querySelectorAll(CHOICES)].map((choice) => choice.id))
  ids.delete('')
  return new Set(
    [...root.querySelectorAll('label')].filter(
      (label) => label.querySelector(CHOICES) !== null || ids.has(label.htmlFor),
    ),
  )
}

/** The labels with nothing to read between them, together with what stands there. */
function runsOf(parent: ParentNode, labels: ReadonlySet<Element>): Node[][] {
  const runs: Node[][] = []
  let run: Node[] = []
  for (const node of parent.childNodes) {
    const isElement = node instanceof Element
    if (isElement && labels.has(node)) run.push(node)
    else if (isElement ? !node.matches(`br, ${CHOICES}`) : node.nodeValue?.trim() !== '') {
      runs.push(run)
      run = []
    } else if (run.length > 0) run.push(node)
  }
  return [...runs, run]
}

function listChoices(run: readonly Node[]): void {
  const labels = run.filter((node) => node instanceof HTMLLabelElement)
  if (labels.length < 2) return
  const list = elementOf('ul')
  labels[0]?.before(list)
  for (const label of labels) {
    const item = elementOf('li')
    item.append(label)
    list.append(item)
  }
  for (const node of run) if (!list.contains(node)) node.parentNode?.removeChild(node)
}
