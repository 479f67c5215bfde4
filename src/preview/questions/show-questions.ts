import type { DataColumn, DataRow } from '#contract/dataset.ts'
import { pagesOf, showPage } from '#questions/pages/show-pages.ts'
import { followAnswers } from './try-answers.ts'

/** What is shown below the texts. */
export interface ShownPages {
  /** `batch_items` of any shape. */
  questions: unknown
  columns: readonly DataColumn[]
  /** The row of the item; null for the names of the columns. */
  row: DataRow | null
  /** "Item 3 of 100"; null where no row is shown. */
  itemName: string | null
  imageHosts: readonly string[]
}

type Painted = { key: unknown; columns: unknown; row: unknown; node: Node }

const painted = new WeakMap<Element, { itemName: string | null; pages: readonly Painted[] }>()

/**
 * Shows pages of questions in `page`, the document of `public/preview.html`. A page that is the same as
 * before, for the same item, keeps its nodes, and with them what somebody is trying out in it.
 */
export function showQuestions(page: Document, shown: ShownPages): void {
  const root = page.getElementById('questions')
  if (!root) return
  const before = painted.get(root)
  const { columns, itemName, imageHosts } = shown
  const hosts = new Set(imageHosts)
  const pages = pagesOf(shown.questions).map((placed, at) => {
    const isItem = placed.when === 'item'
    const row = isItem ? shown.row : null
    const name = isItem ? itemName : null
    const key = keyOf([placed, name, imageHosts])
    const same = before?.pages[at]
    if (same && same.key === key && same.row === row && same.columns === columns) return same
    const options = {
      controls: 'live',
      imageHosts: hosts,
      columns,
      row,
      itemName,
      numbered: false,
    } as const
    return { key, row, columns, node: page.importNode(showPage(placed, options), true) }
  })
  painted.set(root, { itemName, pages })
  place(
    root,
    pages.map(({ node }) => node),
  )
  if (before?.itemName && itemName && before.itemName !== itemName) reveal(page, root)
}

/** Lets people try the answers out in `page`. Returns the way to stop, which leaves no questions behind. */
export function openQuestions(page: Document): () => void {
  const root = page.getElementById('questions')
  if (!root) return () => {}
  const stop = followAnswers(root)
  return () => {
    stop()
    painted.delete(root)
    root.replaceChildren()
  }
}

/** Puts nodes into `root` in their order, and leaves those alone that are in their place. */
function place(root: Element, nodes: readonly Node[]) {
  const kept = new Set(nodes)
  const gone = [...root.childNodes].filter((child) => !kept.has(child))
  for (const child of gone) child.remove()
  for (const [at, node] of nodes.entries()) {
    const there = root.childNodes[at] ?? null
    if (there !== node) root.insertBefore(node, there)
  }
}

/** What was never painted is the same as nothing else. */
function keyOf(parts: unknown): unknown {
  try {
    return JSON.stringify(parts)
  } catch {
    return Symbol('too deep to be compared')
  }
}

/** Scrolls to the item that was asked for, if it is out of sight. */
function reveal(page: Document, root: Element) {
  const view = page.defaultView
  const item = root.querySelector('[data-when="item"]')
  if (!view || !item) return
  const { top } = item.getBoundingClientRect()
  if (top < 0 || top > view.innerHeight * 0.6) view.scrollBy({ top: top - 12 })
}
