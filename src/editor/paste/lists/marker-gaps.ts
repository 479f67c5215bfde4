import { styleOf } from '#html/parse/style-attribute.ts'

/** The gap behind Word's markers: nothing but spaces in Times New Roman of 7 points. */
export function isMarkerGap(element: Element): boolean {
  if (!/^[\s\u00a0]+$/.test(element.textContent ?? '')) return false
  const style = styleOf(element)
  const font = style.get('font') ?? `${style.get('font-size')} ${style.get('font-family')}`
  return /(?:^|\s)7(?:\.0)?pt/.test(font) && font.includes('times')
}

/** Writes the tabs of Word, in place, as tabs; it has spaces for them, as wide as the tab. */
export function writeTabs(root: ParentNode): void {
  for (const span of root.querySelectorAll('[style*="mso-tab-count" i]')) {
    if (/^[\s\u00a0]*$/.test(span.textContent ?? '')) span.textContent = '\t'
  }
}

/** Makes one space, in place, of the gaps behind markers that stay as words. */
export function closeGaps(root: ParentNode): void {
  for (const span of root.querySelectorAll('span, font')) {
    if (isMarkerGap(span)) span.textContent = ' '
  }
}
