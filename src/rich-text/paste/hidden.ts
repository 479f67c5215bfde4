import { pointsOf, styleOf } from './style-of.ts'

/** Whether an element's own style keeps it from sight, or for screen readers only. */
export function isHidden(element: Element): boolean {
  const style = styleOf(element)
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true
  // Words for screen readers only.
  const clipped = style.has('clip') || style.has('clip-path') || style.get('overflow') === 'hidden'
  const isDot = pointsOf(style.get('width')) === 0.75 && pointsOf(style.get('height')) === 0.75
  return style.get('position') === 'absolute' && clipped && isDot
}
