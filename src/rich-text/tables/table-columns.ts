import { inertDocument, parseInert, serializeFragment } from '#html/inert-document.ts'

/*
 * The `<colgroup>`s that somebody wrote, while columns come and go. Each `<col>`, and each
 * `<colgroup>` without one, stands for as many columns as its `span` says.
 */

/** With one more column in front of the one at `index`, which looks like its neighbour. */
export function withColumn(columns: string, index: number): string {
  return changed(columns, (stands) => {
    const found = standing(stands, Math.max(0, index - 1))
    found?.setAttribute('span', String(spanOf(found) + 1))
  })
}

/** Without the columns from `from` up to, but not with, `to`. */
export function withoutColumns(columns: string, from: number, to: number): string {
  return changed(columns, (stands) => {
    for (let index = to - 1; index >= from; index -= 1) {
      const found = standing(stands, index)
      if (!found) continue
      if (spanOf(found) > 2) found.setAttribute('span', String(spanOf(found) - 1))
      else if (spanOf(found) === 2) found.removeAttribute('span')
      else remove(found)
    }
  })
}

function changed(columns: string, change: (stands: () => Element[]) => void): string {
  if (columns === '') return ''
  const table = parseInert(`<table>${columns}</table>`)
  change(() => [...table.querySelectorAll('col, colgroup:not(:has(col))')])
  const fragment = inertDocument().createDocumentFragment()
  fragment.append(...table.querySelectorAll('colgroup'))
  return serializeFragment(fragment)
}

function standing(stands: () => Element[], index: number): Element | undefined {
  let column = 0
  return stands().find((element) => {
    column += spanOf(element)
    return column > index
  })
}

function spanOf(element: Element): number {
  return Number(element.getAttribute('span') ?? 1)
}

function remove(column: Element): void {
  const group = column.parentElement
  column.remove()
  // An empty group would stand for a column itself.
  if (group?.localName === 'colgroup' && !group.querySelector('col')) group.remove()
}
