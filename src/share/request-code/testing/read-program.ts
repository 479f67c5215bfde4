import { runInNewContext } from 'node:vm'
import type { Language } from '#share/request-code/languages.ts'

/**
 * What a program would send, read out of it by the rules of its language as its manual states them, and
 * by nothing that the programs were written with. Throws where the rules are broken.
 */
export const readers: Readonly<Record<Language, (program: string) => unknown>> = {
  curl: (program) => parse(hereDocument(program, "cat <<'JSON'\n")),
  ruby: (program) => parse(hereDocument(program, "body = <<'JSON'\n")),
  php: (program) => parse(nowdoc(after(program, "$body = <<<'JSON'\n"))),
  python: (program) => pythonValue(between(program, '\nbatch = ', '\n\nresponse = ')),
  javascript: (program) => scriptValue(between(program, '\nconst batch = ', '\n\nconst response')),
  r: (program) => parse(upTo(after(program, 'body <- r"---('), ')---"')),
  go: (program) => parse(upTo(after(program, 'const body = `'), '`')),
  java: (program) => parse(javaConstant(after(program, 'static final String BODY = '))),
  csharp: (program) => parse(verbatim(after(program, 'const string Body = @"'))),
  swift: (program) => parse(swiftRaw(after(program, 'let body = #"""\n'))),
  'prolific-cli': (program) => requestOfCommand(shellWords(program)),
}

function parse(json: string): unknown {
  return JSON.parse(json)
}

function after(text: string, start: string) {
  const at = text.indexOf(start)
  if (at === -1) throw new Error(`The program has no ${start}`)
  return text.slice(at + start.length)
}

function upTo(text: string, end: string) {
  const at = text.indexOf(end)
  if (at === -1) throw new Error(`The program has no ${end}`)
  return text.slice(0, at)
}

/** The end is the last one there is: what comes before is read by a reader that would notice. */
function between(text: string, start: string, end: string) {
  const rest = after(text, start)
  return rest.slice(0, rest.lastIndexOf(end))
}

function hereDocument(program: string, start: string) {
  const lines = after(program, start).split('\n')
  return lines.slice(0, lines.indexOf('JSON')).join('\n')
}

/** Since PHP 7.3 the end marker may be indented, and anything but a letter may follow it. */
function nowdoc(text: string) {
  const lines = text.split(/\r\n|\n|\r/)
  return lines
    .slice(
      0,
      lines.findIndex((line) => /^\s*JSON(?!\w)/.test(line)),
    )
    .join('\n')
}

function scriptValue(source: string): unknown {
  return parse(String(runInNewContext(`JSON.stringify(${source})`)))
}

const PYTHON = /"(?:[^"\\\n]|\\["\\bfnrtu])*"|[A-Za-z]+|-?\d[\d.eE+-]*|[^]/g
const pythonWords: Record<string, string> = { True: 'true', False: 'false', None: 'null' }

/** A literal of Python: JSON with other words. */
function pythonValue(source: string): unknown {
  const json = source.replace(PYTHON, (token) => {
    if (!/^[A-Za-z]/.test(token)) return token
    const word = pythonWords[token]
    if (!word) throw new Error(`Python has no ${token}`)
    return word
  })
  return parse(json)
}

const javaEscapes: Record<string, string> = { '\\': '\\', '"': '"', n: '\n' }

function javaConstant(text: string) {
  if (text.startsWith('"""\n')) {
    const block = text.slice(4)
    const { value, rest } = javaUntil(block, '"""')
    if (value.length > 65_535) throw new Error('The constant is too long')
    if (!rest.startsWith(';')) throw new Error('The text block ends too early')
    return value
  }
  let rest = after(text, 'String.join("",\n')
  let whole = ''
  for (;;) {
    if (!rest.startsWith('"')) throw new Error('A piece of the text is no string')
    const piece = javaUntil(rest.slice(1), '"')
    if (piece.value.length > 21_845) throw new Error('A constant is too long')
    whole += piece.value
    if (piece.rest.startsWith(');')) return whole
    rest = after(piece.rest, ',\n')
  }
}

/** Before anything else, Java reads a backslash and `u` as a character, unless another one precedes. */
function javaUntil(text: string, end: string) {
  if (/[^\n -~]/.test(upTo(text, ';\n'))) throw new Error('Not every machine reads this alike')
  let value = ''
  let at = 0
  while (!text.startsWith(end, at)) {
    const escaped = text.charAt(at) === '\\'
    const character = escaped ? javaEscapes[text.charAt(at + 1)] : text.charAt(at)
    if (!character) throw new Error('Java has no such escape')
    if (character === '\n' && !escaped && end === '"') throw new Error('A string ends at its line')
    value += character
    at += escaped ? 2 : 1
  }
  return { value, rest: text.slice(at + end.length) }
}

function verbatim(text: string) {
  const [string = ''] = /^(?:[^"]|"")*(?=";)/.exec(text) ?? []
  return string.replaceAll('""', '"')
}

function swiftRaw(text: string) {
  const value = upTo(text, '\n"""#')
  if (value.includes('"""#')) throw new Error('The string ends too early')
  if (value.includes('\\#')) throw new Error('Swift would read an escape')
  return value
}

/** Words of a POSIX shell, for a text that quotes with single quotes and backslashes alone. */
function shellWords(program: string) {
  const words: string[] = []
  let word: string | null = null
  let at = program.indexOf('\n')
  while (at < program.length) {
    const character = program.charAt(at)
    if (character === "'") {
      const quoted = upTo(program.slice(at + 1), "'")
      word = (word ?? '') + quoted
      at += quoted.length + 2
    } else if (character === '\\') {
      const next = program.charAt(at + 1)
      if (next !== '\n') word = (word ?? '') + next
      at += 2
    } else {
      if (/[ \n]/.test(character)) {
        if (word !== null) words.push(word)
        word = null
      } else if (/[\w=-]/.test(character)) word = (word ?? '') + character
      else throw new Error(`A shell would read ${character}`)
      at += 1
    }
  }
  return words
}

/** What the official tool makes of its arguments (cmd/aitaskbuilder/batch_create.go). */
function requestOfCommand(words: readonly string[]): unknown {
  const flags = new Map(
    words
      .filter((word) => word.startsWith('--'))
      .map((word) => [upTo(word.slice(2), '='), after(word, '=')] as const),
  )
  const items = flags.get('batch-items-json')
  return {
    name: flags.get('name'),
    workspace_id: flags.get('workspace-id'),
    dataset_id: flags.get('dataset-id'),
    task_details: {
      task_name: flags.get('task-name'),
      task_introduction: flags.get('task-introduction'),
      task_steps: flags.get('task-steps'),
    },
    ...(items !== undefined && { batch_items: parse(items) }),
  }
}
