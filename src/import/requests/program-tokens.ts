import { javascriptText } from './javascript-text.ts'
import { pythonText } from './python-text.ts'

/** Stands for a value that only running the program would tell. */
export const COMPUTED = Symbol('computed')

export type Language = 'Python' | 'JavaScript'

/** White space and comments. */
export const BLANK: Record<Language, RegExp> = {
  Python: /(?:\s|#[^\n]*|\\\n)*/y,
  JavaScript: /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y,
}

/** A text with its quotes. Only the quotes that say so may go over several lines. */
export const TEXT: Record<Language, RegExp> = {
  Python:
    /[rRbBuUfF]{0,2}(?:"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/y,
  JavaScript: /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`/y,
}

export const BEGINS_TEXT: Record<Language, RegExp> = {
  Python: /[rRbBuUfF]{0,2}["']/y,
  JavaScript: /["'`]/y,
}

export const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy
export const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y

export const WORDS: Record<Language, ReadonlyMap<string, unknown>> = {
  Python: new Map<string, unknown>([
    ['True', true],
    ['False', false],
    ['None', null],
  ]),
  JavaScript: new Map<string, unknown>([
    ['true', true],
    ['false', false],
    ['null', null],
    ['undefined', undefined],
  ]),
}
/** Pages print JSON as Python, too. */
export const JSON_WORDS = WORDS.JavaScript

/** Words that stand between two parts of an expression, or before one. */
export const OPERATORS = new Set(
  'if else or and in not is as satisfies instanceof for await new typeof lambda async return'.split(
    ' ',
  ),
)
/** A text, a colon, or a word that is no operator. */
export const FOLLOWS_NO_VALUE = new RegExp(
  `["':]|(?!(?:${[...OPERATORS].join('|')})\\b)[\\p{ID_Start}$_]`,
  'uy',
)

export const CLOSING: Record<string, string> = { '{': '}', '[': ']', '(': ')' }

/** What a text with its quotes stands for; `COMPUTED` when values are filled into it. */
export function textOf(language: Language, written: string): unknown {
  if (language === 'JavaScript') {
    return written.startsWith('`') && /(?:^|[^\\])(?:\\\\)*\$\{/.test(written)
      ? COMPUTED
      : javascriptText(written)
  }
  const [prefix = ''] = /^[a-zA-Z]*/.exec(written) ?? []
  const isFilled = /f/i.test(prefix) && /(?:^|[^{])(?:\{\{)*\{(?!\{)/.test(written)
  return isFilled ? COMPUTED : (pythonText(written) ?? COMPUTED)
}

/** Two texts one behind the other; anything else only a program could join. */
export function joined(left: unknown, right: unknown): unknown {
  return typeof left === 'string' && typeof right === 'string' ? left + right : COMPUTED
}
