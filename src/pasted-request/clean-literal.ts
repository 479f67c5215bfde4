import type { Tree } from '@lezer/common'
import { parser as javascript } from '@lezer/javascript'
import { parser as python } from '@lezer/python'
import { javascriptValues } from './javascript-values.ts'
import { mendLineBreaks } from './mend-line-breaks.ts'
import { programOf, type ReadProgram } from './program.ts'
import { pythonValues } from './python-values.ts'
import { isPlain } from './values.ts'

/** Of longer ones it is told at once that they are no JSON: where there is a fault, parsers are slow. */
const MOST_CHARACTERS = 400_000

/**
 * The requests in a dictionary of Python or an object of JavaScript that stands alone. Null when it has
 * a fault elsewhere than at its end: the parsers would go on behind it as if nothing were missing.
 */
export function readCleanLiteral(text: string): ReadProgram | null {
  if (text.length > MOST_CHARACTERS) return null
  const literal = text.trimEnd().replace(/[;,]$/, '')
  const mended = mendLineBreaks(literal)
  const read = [literal, ...(mended === literal ? [] : [mended])].flatMap((each) => [
    asPython(each),
    asJavascript(each),
  ])
  const programs = read.filter((program) => program !== null)
  return programs.find(({ requests }) => requests.every(isPlain)) ?? programs[0] ?? null
}

function asPython(literal: string): ReadProgram | null {
  if (!isSound(python.parse(literal), literal)) return null
  return programOf('a Python program', pythonValues(literal))
}

/** Behind a bracket, for by itself an object would be a block of statements. */
function asJavascript(literal: string): ReadProgram | null {
  const expression = `(${literal}`
  if (!isSound(javascript.parse(expression), expression)) return null
  return programOf('a JavaScript program', javascriptValues(expression))
}

/** What JSON never has: its words for values aside, it has no names, and texts only in straight quotes. */
const OWN =
  /^(?:VariableName|PropertyDefinition|TemplateString|FormatString|Boolean|None|Spread|(?:Binary|Call)Expression)$/

/** Whether a tree has no faults but the missing end, and has something in it that JSON never has. */
function isSound(tree: Tree, program: string): boolean {
  let isFaulty = false
  let isOwn = false
  tree.iterate({
    enter: ({ name, type, from, to, node }) => {
      if (type.isError && to < program.length) isFaulty = true
      // A list has a comma too few between two texts that Python would join.
      if (name === 'ContinuedString' && node.parent?.name === 'ArrayExpression') isFaulty = true
      const written = program.slice(from, to)
      if (name === 'String') isOwn ||= !/^"(?!"")/.test(written)
      else if (OWN.test(name)) isOwn ||= !/^(?:true|false|null)$/.test(written)
      return !isFaulty
    },
  })
  return isOwn && !isFaulty
}
