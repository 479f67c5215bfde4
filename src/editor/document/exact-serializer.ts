import { DOMSerializer, type Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import { writeAttributes } from '#editor/schema/kept-attributes.ts'

/** A piece of a line with the marks that are not written around it yet. */
interface Run {
  node: Node
  marks: readonly Mark[]
}

/**
 * Writes nodes with the elements and attributes of their source: kept attributes in their order, the
 * element that an attribute `tag` names, inline elements nested as they were. ProseMirror's own
 * serialiser draws what the page shows and nests marks in the schema's order.
 */
export class ExactSerializer extends DOMSerializer {
  static of(schema: Schema): ExactSerializer {
    return new ExactSerializer(
      DOMSerializer.nodesFromSchema(schema),
      DOMSerializer.marksFromSchema(schema),
    )
  }

  override serializeFragment(
    fragment: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const owner = options.document ?? document
    const into = target ?? owner.createDocumentFragment()
    this.#writeRuns(
      fragment.content.map((node) => ({ node, marks: node.marks })),
      into,
      owner,
    )
    return into
  }

  #writeRuns(runs: readonly Run[], into: Element | DocumentFragment, owner: Document): void {
    for (let start = 0; start < runs.length;) {
      const outer = outermost(runs, start)
      if (outer) {
        const { mark, end } = outer
        const inside = runs.slice(start, end).map(({ node, marks }) => ({
          node,
          marks: marks.filter((other) => !isSameElement(other, mark)),
        }))
        const { dom, contentDOM } = this.#draw(mark, owner)
        into.append(dom)
        this.#writeRuns(inside, contentDOM, owner)
        start = end
      } else {
        const run = runs[start]
        if (run) into.append(this.#writeNode(run.node, owner))
        start += 1
      }
    }
  }

  #writeNode(node: Node, owner: Document): globalThis.Node {
    if (node.isText) return owner.createTextNode(node.text ?? '')
    const { dom, contentDOM } = this.#draw(node, owner)
    if (!node.isLeaf) this.serializeFragment(node.content, { document: owner }, contentDOM)
    return dom
  }

  #draw(from: Node | Mark, owner: Document): { dom: Element; contentDOM: HTMLElement } {
    const { attrs } = from
    const spec =
      'marks' in from
        ? this.nodes[from.type.name]?.(from)
        : this.marks[from.type.name]?.(from, true)
    if (!spec) throw new Error(`Nothing says how "${from.type.name}" is written.`)
    const drawn = DOMSerializer.renderSpec(owner, spec)
    const { tag } = attrs
    const dom = typeof tag === 'string' ? owner.createElement(tag) : drawn.dom
    writeAttributes(dom, attrs)
    return { dom, contentDOM: drawn.dom === dom ? (drawn.contentDOM ?? dom) : dom }
  }
}

/** The mark at `start` that reaches furthest; of several the one that was written outside. */
function outermost(runs: readonly Run[], start: number): { mark: Mark; end: number } | null {
  let best: { mark: Mark; end: number; order: number } | null = null
  for (const mark of runs[start]?.marks ?? []) {
    let end = start + 1
    while (runs[end]?.marks.some((other) => isSameElement(other, mark))) end += 1
    const order = orderOf(mark)
    if (!best || end > best.end || (end === best.end && order < best.order)) {
      best = { mark, end, order }
    }
  }
  return best
}

/** Marks that were made while writing stand inside those that were read; links around everything. */
function orderOf({ attrs, type }: Mark): number {
  const { place } = attrs
  if (typeof place === 'number') return place
  return type.name === 'link' ? -1 : Infinity
}

/** A mark that was made while writing joins one beside it that says the same. */
function isSameElement(one: Mark, other: Mark): boolean {
  if (one.eq(other)) return true
  if (one.type !== other.type || (one.attrs['place'] !== null && other.attrs['place'] !== null)) {
    return false
  }
  return one.type
    .create({ ...one.attrs, place: null })
    .eq(one.type.create({ ...other.attrs, place: null }))
}
