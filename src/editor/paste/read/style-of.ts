import { partsOf, styleOf } from '#html/parse/style-attribute.ts'

/** A length in points, 0 when there is none or it is relative. */
export function pointsOf(length: string | undefined): number {
  const [, number = '', unit = ''] = /(-?[\d.]+)(pt|px|in|cm|mm|pc)?/.exec(length ?? '') ?? []
  const points = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835, pc: 12 }[unit] ?? 0
  return (Number.parseFloat(number) || 0) * points
}

/** The indentation of a block from its margin, in points. */
export function indentationOf(element: Element): number {
  let indentation = 0
  for (const [name, value] of partsOf(element.getAttribute('style') ?? '')) {
    const all = value.split(' ')
    if (name === 'margin') indentation = pointsOf(all[3] ?? all[1] ?? all[0])
    if (name === 'margin-left' || name === 'margin-inline-start') indentation = pointsOf(value)
  }
  return indentation
}

/** Whether an element's own style keeps it from sight, or for screen readers only. */
export function isHidden(element: Element): boolean {
  const style = styleOf(element)
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true
  // Words for screen readers only.
  const clipped = style.has('clip') || style.has('clip-path') || style.get('overflow') === 'hidden'
  const isDot = pointsOf(style.get('width')) === 0.75 && pointsOf(style.get('height')) === 0.75
  return style.get('position') === 'absolute' && clipped && isDot
}
