import * as fc from 'fast-check'
import { BatchItems, sampleBatchItems } from '#contract/questions/batch-items.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { documentedExample } from '#contract/examples.ts'

/** Texts that some shell, compiler, template or editor takes for something else than text. */
export const awkwardTexts = [
  `It's "quoted" „so“ and ‘so’ and \`so\`, '''three''' """times""" \`\`\``,
  '\\ \\\\ \\\\\\ \\n \\t \\u0041 \\x41 \\" \\\' \\# \\#( \\$ C:\\new\\table\\',
  'lines\nwith\r\nevery\rkind\n\n\tand\ttabs \n trailing \n',
  '$HOME ${HOME} $(id) `id` #{id} \\#{id} #$0 #@a ${x:-y} $$ $! $1 {$x} {{name}} <%= x %> \\(id)',
  '!important !! !$ !1 Great! "Wow!" %s %d %% %PATH% %{a} ^caret^ ~/ * ? [a] {a,b} & | ; < > #comment',
  'EOF\nJSON\nJSON;\nEND\n\'JSON\'\n}"""\n"""#\n)---"\n)"\n*/ /* // <!-- --> ]]> ?> <?php',
  '</script><script>alert(1)</script><!-- <style></style> &amp; &lt; &#39; &nbsp;',
  'emoji 😀 👩‍💻 🏳️‍🌈, Ünïcödé, 日本語, Ελληνικά, \u{1d54f}\u{e0041}\u{10ffff}',
  'עברית وعربي می‌خواهم \u202eunseen\u202c \u2066turn\u2069 \u200f\u200e \u061c',
  '\u2028line\u2029separators\u0085 \u00a0space\u3000 \u200bzero \ufeffmark \ufffd\ufffe\uffff \u00ad',
  Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('.') + '\u007f\u009f',
  '-x',
  '--name=y',
  '@file',
  '=',
  ' ',
  "'",
  '"',
  '\\',
  "'\\''",
  '""',
  '\\"',
  '#',
  '__proto__',
  '(end)---',
  '(end)',
]

/** Every awkward text, each in each place where the request has one. */
export const awkwardRequest: CreateBatchRequest = {
  ...documentedExample,
  name: awkwardTexts.join(' '),
  task_details: {
    task_name: awkwardTexts.toReversed().join(''),
    task_introduction: `<p>${awkwardTexts.join('</p>\n<p>')}</p>`,
    task_steps: awkwardTexts.join('\n'),
  },
  batch_items: questionsWith(awkwardTexts),
}

/** A hundred thousand characters in one text, most of them awkward. */
export const longRequest: CreateBatchRequest = {
  ...documentedExample,
  task_details: {
    ...documentedExample.task_details,
    task_steps: repeatTo(100_000, awkwardTexts.join(' ')),
  },
}

const { dataset_id: _dataset, ...withoutDataset } = documentedExample

/** What every request has, and nothing else. */
export const bareRequest: CreateBatchRequest = withoutDataset

/** Questions with everything that JSON has: words, numbers, nothing, empty lists and objects. */
export const questionsRequest: CreateBatchRequest = {
  ...documentedExample,
  batch_items: [...sampleBatchItems, ...questionsWith(['true', 'null'], everyShape())],
}

function everyShape(): object {
  const shapes = { yes: true, no: false, none: null, list: [], one: [1], object: {}, true: 'null' }
  const numbers = { small: -12.5e-7, large: 1e21, whole: 9_007_199_254_740_991 }
  const shape = { ...shapes, ...numbers }
  // Not written as a literal, which would set the prototype.
  Object.defineProperty(shape, '__proto__', { value: { kept: 'as it is' }, enumerable: true })
  return shape
}

/** Questions whose options are texts, so that one request carries any number of them. */
export function questionsWith(texts: readonly string[], further?: object) {
  const options = texts.map((label, at) => ({ label, value: String(at) }))
  const item = { type: 'multiple_choice', description: 'Which?', answer_limit: 1, options, further }
  return BatchItems.parse([{ rows: [{ columns: [{ items: [item] }] }] }])
}

const shortened = (text: string) => text.replaceAll('\0', '')

/** The same without the one character that no command line can carry. */
export function withoutNull<T extends CreateBatchRequest>(request: T): T {
  const { task_name, task_introduction, task_steps } = request.task_details
  return {
    ...request,
    name: shortened(request.name),
    task_details: {
      task_name: shortened(task_name),
      task_introduction: shortened(task_introduction),
      task_steps: shortened(task_steps),
    },
  }
}

function repeatTo(length: number, text: string) {
  return text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .toWellFormed()
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...awkwardTexts,
        ...String.raw`' " \ $ # ! ( ) { } - % u x JSON`.split(' '),
        '`',
        '\n',
        '\r',
        '\t',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

/** Requests of texts that nobody would think of. */
export function anyRequest(texts: { least: number; most: number }) {
  return fc
    .tuple(
      fc.array(anyText, { minLength: 4, maxLength: 4 }),
      fc.array(anyText, { minLength: texts.least, maxLength: texts.most, size: 'max' }),
    )
    .map(([[name = '', task_name = '', task_introduction = '', task_steps = ''], options]) => ({
      ...documentedExample,
      name,
      task_details: { task_name, task_introduction, task_steps },
      batch_items: questionsWith(options),
    }))
}
