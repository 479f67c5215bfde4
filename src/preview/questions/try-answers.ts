/**
 * Keeps answers within the rules of their question while somebody tries them out: no more of them than
 * are allowed, and none beside one that excludes the others. Nothing runs in the page itself, so this
 * listens from outside. Returns how to stop.
 */
export function followAnswers(root: Element): () => void {
  root.addEventListener('input', follow)
  return () => root.removeEventListener('input', follow)
}

function follow({ target }: Event) {
  if (isNamed(target, 'TEXTAREA')) countTyped(target)
  if (isNamed(target, 'INPUT') && target.type === 'checkbox') settleChoice(target)
}

interface Named {
  TEXTAREA: HTMLTextAreaElement
  INPUT: HTMLInputElement
}

/** By name: the nodes of a frame are no instances of this page's classes. */
function isNamed<Name extends keyof Named>(
  target: EventTarget | null,
  name: Name,
): target is Named[Name] {
  return target !== null && 'nodeName' in target && target.nodeName === name
}

function countTyped(field: HTMLTextAreaElement) {
  const count = field.parentElement?.querySelector('[data-part="typed"]')
  if (count) count.textContent = String(field.value.length)
}

function settleChoice(chosen: HTMLInputElement) {
  const list = chosen.closest('[data-part="options"]')
  if (!list) return
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  if (chosen.checked) {
    const isAlone = excludes(chosen)
    for (const box of boxes) {
      if (box !== chosen && (isAlone || excludes(box))) box.checked = false
    }
  }
  const most = Number(list.getAttribute('data-most') ?? Infinity)
  const isFull = boxes.filter((box) => box.checked && !excludes(box)).length >= most
  for (const box of boxes) box.disabled = isFull && !box.checked && !excludes(box)
}

function excludes(box: HTMLInputElement) {
  return box.hasAttribute('data-exclusive')
}
