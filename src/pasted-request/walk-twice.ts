import type { SyntaxNode, Tree } from '@lezer/common'
import { Reading } from './reading.ts'

type Step = (node: SyntaxNode, reading: Reading) => void

/**
 * Walks through the syntax tree of a program, and once more with what the first walk found out about
 * its variables. Gives what the second one read.
 */
export function walkTwice(
  tree: Tree,
  program: string,
  { enter, leave }: { enter: Step; leave: Step },
): Reading {
  const walk = (reading: Reading) => {
    tree.iterate({
      enter: ({ node }) => enter(node, reading),
      leave: ({ node }) => leave(node, reading),
    })
    return reading
  }
  return walk(new Reading(program, walk(new Reading(program))))
}
