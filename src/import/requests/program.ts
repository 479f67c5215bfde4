import { literalAt, type Literal } from './literal.ts'
import { looseJson } from '#import/json/loose-json.ts'
import { mendLineBreaks } from '#import/json/fix-line-breaks.ts'
import { BLANK, NAME, TEXT, type Language } from './program-tokens.ts'
import { MEMBERS, mentionsRequest, requestsIn } from './request-shape.ts'

/** Longer programs are not read: nobody types them by hand. */
const MOST_CHARACTERS = 1_500_000

const JAVASCRIPT = /\b(?:const|let|var|await|fetch|function)\b|=>|\/\/ |^\s*[{(]/

export type ReadProgram = {
  source: string
  requests: Record<string, unknown>[]
  /** Whether the program ends inside the last one. */
  isCutOff: boolean
  /** What there is to say about the whole of it; '' when there is nothing. */
  trouble: string
}

const DAMAGED =
  'This request has a syntax error: a character is missing, or there is one too many. Fields may be missing too, so compare every field.'

const COMPUTED_ELSEWHERE =
  'Parts of this request are computed when the program runs, and are not in the draft. Print the JSON and paste the output.'

const MEMBER = `(?:${MEMBERS.join('|')})`

/** Statements that change a request after it was written down. */
const CHANGES = new RegExp(
  [
    String.raw`\[\s*["']${MEMBER}["']\s*\]\s*[+|]?=(?!=)`,
    String.raw`\w\.${MEMBER}\s*\+?=(?!=)`,
    String.raw`\w\.update\(`,
    String.raw`\bObject\.assign\(`,
    String.raw`\b(?:del|delete)\s+\w+\s*[.[]`,
    String.raw`\]\s*=(?!=)\s*\S`,
  ].join('|'),
)

/**
 * The requests that are written out in a program in Python or JavaScript, as dictionaries, objects or
 * texts in JSON. Nothing is run or followed: what is computed is left empty and said. Null when there
 * is none.
 */
export function readProgram(program: string): ReadProgram | null {
  if (program.length > MOST_CHARACTERS || !mentionsRequest(program)) return null
  const languages: Language[] = JAVASCRIPT.test(program)
    ? ['JavaScript', 'Python']
    : ['Python', 'JavaScript']
  for (const language of languages) {
    const read = inLanguage(program, language)
    if (read) return read
  }
  return null
}

/**
 * The request in a dictionary of Python or an object of JavaScript that stands alone. Null when there
 * is a fault in it elsewhere than at its end, and when JSON would have been written the same.
 */
export function readLoneLiteral(text: string): ReadProgram | null {
  const alone = text.trim().replace(/[;,]$/, '')
  for (const source of new Set([alone, mendLineBreaks(alone)])) {
    for (const language of ['Python', 'JavaScript'] as const) {
      const literal = literalAt(source, 0, language)
      const isSound = literal?.isOwn && !literal.isDamaged && literal.to === source.length
      const requests = isSound ? requestsOf(literal.value) : []
      if (literal && requests.length > 0) {
        return asRead(language, [{ ...literal, from: 0, requests }], '')
      }
    }
  }
  return null
}

type FoundLiteral = Literal & { from: number; requests: Record<string, unknown>[] }

function inLanguage(program: string, language: Language): ReadProgram | null {
  const found = requestLiterals(program, language)
  const outside = found.map(({ to }, index) => program.slice(to, found[index + 1]?.from))
  return found.length === 0 ? null : asRead(language, found, outside.join('\n'))
}

/** The objects and texts of a program that are requests, outermost only, in their order. */
function requestLiterals(program: string, language: Language): FoundLiteral[] {
  const found: FoundLiteral[] = []
  let at = 0
  const over = (pattern: RegExp) => {
    pattern.lastIndex = at
    const [matched = ''] = pattern.exec(program) ?? []
    at += matched.length
    return matched.length > 0
  }
  while (at < program.length) {
    const from = at
    const begins = /["'`{[]/.test(program.charAt(from)) || over(TEXT[language])
    const literal = begins ? literalAt(program, from, language) : null
    const requests = literal ? requestsOf(literal.value) : []
    if (literal && requests.length > 0) {
      const isFaulty =
        literal.isDamaged || /^\s*,\s*["']\w+["']\s*:/.test(program.slice(literal.to))
      found.push({ ...literal, from, requests, isDamaged: isFaulty })
      at = literal.to
      continue
    }
    at = from
    if (!over(BLANK[language]) && !over(TEXT[language]) && !over(NAME)) at += 1
  }
  return found
}

/** A request, or a list of them; also as a text in JSON. */
function requestsOf(value: unknown): Record<string, unknown>[] {
  const read = typeof value === 'string' && mentionsRequest(value) ? looseJson(value) : value
  return requestsIn(read)
}

function asRead(source: string, found: readonly FoundLiteral[], outside: string): ReadProgram {
  const isChanged = CHANGES.test(outside) || found.some(({ hasMore }) => hasMore)
  return {
    source: `a ${source} program`,
    requests: found.flatMap(({ requests }) => requests),
    isCutOff: found.at(-1)?.isCutOff ?? false,
    trouble: found.some(({ isDamaged }) => isDamaged)
      ? DAMAGED
      : isChanged
        ? COMPUTED_ELSEWHERE
        : '',
  }
}
