import bash from 'highlight.js/lib/languages/bash'
import csharp from 'highlight.js/lib/languages/csharp'
import go from 'highlight.js/lib/languages/go'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import r from 'highlight.js/lib/languages/r'
import ruby from 'highlight.js/lib/languages/ruby'
import swift from 'highlight.js/lib/languages/swift'
import { createLowlight } from 'lowlight'
import type { Language } from './languages.ts'

/** Colours help nobody in a text this long, and would make a page of tens of thousands of elements. */
const MAX_LENGTH = 150_000

const grammars: Readonly<Record<Language, typeof bash>> = {
  curl: bash,
  python,
  javascript,
  r,
  go,
  ruby,
  java,
  php,
  csharp,
  swift,
  'prolific-cli': bash,
}
const lowlight = createLowlight(grammars)

/** A stretch of code and the kind of thing it is, such as `string`; '' for plain code. */
export interface Stretch {
  kind: string
  text: string
}

type Nodes = ReturnType<typeof lowlight.highlight>['children']

/** Cuts a program into stretches whose texts together are exactly the program. */
export function highlight(language: Language, program: string): Stretch[] {
  if (program.length > MAX_LENGTH) return [{ kind: '', text: program }]
  return stretchesOf(lowlight.highlight(language, program).children, '')
}

function stretchesOf(nodes: Nodes, within: string): Stretch[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{ kind: within, text: node.value }]
    if (node.type !== 'element') return []
    const { className } = node.properties
    const [kind = within] = Array.isArray(className) ? className : []
    return stretchesOf(node.children, kind.replace('hljs-', ''))
  })
}
