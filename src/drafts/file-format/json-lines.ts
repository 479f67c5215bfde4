import { parseTree, type Node } from 'jsonc-parser'

type Path = readonly (string | number)[]

/**
 * Tells the line (from 1) of the value at a path of a JSON text, or of the nearest one around it; null
 * when the text is nested too deeply. The text is read with the first question, and once for all.
 */
export function jsonLines(text: string): (path: Path) => number | null {
  let known: { root: Node | undefined; starts: readonly number[] } | null = null
  const members = new Map<Node, ReadonlyMap<string, Node>>()

  const memberOf = (node: Node, name: string) => {
    let named = members.get(node)
    if (!named) {
      named = membersOf(node)
      members.set(node, named)
    }
    return named.get(name)
  }
  return (path) => {
    known ??= { root: treeOf(text), starts: lineStarts(text) }
    if (!known.root) return null
    let node = known.root
    for (const part of path) {
      const next = typeof part === 'number' ? node.children?.[part] : memberOf(node, part)
      if (!next) break
      node = next
    }
    return lineAt(known.starts, node.offset)
  }
}

/** Where lines begin in a text. */
export function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
}

/** The line (from 1) of an offset, given where lines begin. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [before, after] = [0, starts.length]
  while (after - before > 1) {
    const middle = (before + after) >> 1
    if ((starts[middle] ?? 0) <= offset) before = middle
    else after = middle
  }
  return before + 1
}

function treeOf(text: string) {
  try {
    return parseTree(text, [], { disallowComments: true })
  } catch {
    // The library runs out of stack.
    return undefined
  }
}

/** The values of an object by name; of two of one name the last counts, as in `JSON.parse`. */
function membersOf(node: Node): ReadonlyMap<string, Node> {
  const properties = node.type === 'object' ? (node.children ?? []) : []
  return new Map(
    properties.flatMap(({ children: [key, value] = [] }): [string, Node][] =>
      key && value ? [[String(key.value), value]] : [],
    ),
  )
}
