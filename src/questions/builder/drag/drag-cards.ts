import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { isRowGap, type ItemAddress } from '#questions/layout/address.ts'
import { actAndFocus } from '#questions/builder/state/builder-context.ts'
import type { BuilderStore } from '#questions/builder/state/builder-store.ts'
import { dropSpot, gapOf, type DropSpot } from './drop-spot.ts'

/** Makes the head of a card draggable by its handle. Returns what ends that. */
export function dragByHandle(handle: HTMLElement | null) {
  const head = handle?.parentElement
  const card = handle?.closest<HTMLElement>('article')
  if (!handle || !head || !card) return undefined
  return draggable({
    element: head,
    dragHandle: handle,
    onDragStart: () => {
      card.dataset['dragged'] = ''
    },
    onDrop: () => delete card.dataset['dragged'],
  })
}

/**
 * Takes the cards that are dropped on the pages, and shows by a line where a card would go. The place
 * is found for all cards and gaps at once, so that only the pages are a target. Returns what ends that.
 */
export function takeDrops(area: HTMLElement, line: HTMLElement, store: BuilderStore) {
  let spot: DropSpot | null = null
  const hide = () => {
    line.hidden = true
  }
  return dropTargetForElements({
    element: area,
    canDrop: ({ source, input }) => {
      const from = addressOf(source.element)
      const { pages } = store.get()
      spot =
        from && pages && area.contains(source.element)
          ? dropSpot(area, pages, from, { x: input.clientX, y: input.clientY })
          : null
      return spot !== null
    },
    onDrag: () => {
      line.hidden = spot === null
      for (const [name, size] of Object.entries(spot?.line ?? {})) {
        line.style.setProperty(name, `${size}px`)
      }
    },
    onDragLeave: hide,
    onDrop: ({ source }) => {
      hide()
      const from = addressOf(source.element)
      const place = spot?.place
      if (from && place) actAndFocus(area, () => store.drop(from, place))
    },
  })
}

function addressOf(head: Element): ItemAddress | null {
  const at = gapOf(head.querySelector<HTMLElement>('[data-card]')?.dataset['card'])
  return at && !isRowGap(at) ? at : null
}
