import { getSchema } from '@tiptap/core'
import { closeHistory, history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { withoutPageShell } from '#html/safety/page-shell.ts'
import { sameFormatting } from '#html/compare/same-formatting.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { safeTexts, unsafeTexts } from '#editor/corpus/everything.ts'
import { comparable } from '#editor/schema/editor-dom.ts'
import { extensions } from '#editor/schema/extensions.ts'
import { createLosslessDocument } from './lossless-document.ts'

const schema = getSchema(extensions)
const everything = [...safeTexts, ...unsafeTexts]

function open(source: string) {
  const text = createLosslessDocument(schema)
  let state = EditorState.create({ doc: text.open(source), plugins: [history()] })
  return {
    doc: () => state.doc,
    blocks: () => text.blocksOf(state.doc),
    html: () => htmlOf(text.blocksOf(state.doc)),
    /** Types behind the first letter of the line number `index`. */
    type: (index: number, word = 'X') => {
      const place = linesOf(state.doc)[index]
      if (place !== undefined) state = state.apply(closeHistory(state.tr.insertText(word, place)))
      return place !== undefined
    },
    undo: () => undo(state, (tr) => (state = state.apply(tr))),
  }
}

const htmlOf = (blocks: readonly { html: string }[]) => blocks.map(({ html }) => html).join('')

/** Places between letters, one in each line that has a letter. */
function linesOf(doc: Node): number[] {
  const places: number[] = []
  doc.descendants((node, position, parent, index) => {
    const isFirst = parent?.children.slice(0, index).every((other) => !other.isText)
    if (node.isText && isFirst && /^\S/.test(node.text ?? '')) places.push(position + 1)
  })
  return places
}

/** What is true of a text after it was opened, edited, undone and opened again. */
function examine(source: string) {
  const text = open(source)
  const start = text.blocks()
  // The shell of a page is not sent, and so not opened.
  const bytes = withoutPageShell(source)
  const isIdentical = text.html() === bytes
  const isEditable = text.doc().children.some(({ type }) => type.name !== 'protectedPart')
  const before = comparable(parseInert(source))
  const edits = linesOf(text.doc()).slice(0, 6)
  let othersKept = true
  let onlyTextChanged = true
  for (const line of edits.keys()) {
    text.type(line, '☞')
    const after = new Set(text.blocks())
    if (start.filter((block) => !after.has(block)).length > 1) othersKept = false
    const without = comparable(parseInert(text.html().replace('☞', '')))
    if (!sameFormatting(without, before)) onlyTextChanged = false
    text.undo()
  }
  text.type(0)
  const edited = text.html()
  const isStable = open(edited).html() === edited && outgoingHtml(edited).html === edited
  text.type(1)
  text.html()
  while (text.undo());
  const isUndone = text.html() === bytes
  return { source, isIdentical, isEditable, isStable, isUndone, othersKept, onlyTextChanged }
}

const examined = safeTexts.map(examine)
const failing = (key: keyof Omit<ReturnType<typeof examine>, 'source'>) =>
  examined.filter((result) => !result[key]).map(({ source }) => source)

test('the corpus is large, nothing stands in it twice, and it says rightly what is safe', () => {
  expect(new Set(everything).size).toBe(everything.length)
  expect(everything.length).toBeGreaterThanOrEqual(250)
  expect(safeTexts.filter((source) => outgoingHtml(source).removed.length > 0)).toEqual([])
  expect(unsafeTexts.filter((source) => outgoingHtml(source).removed.length === 0)).toEqual([])
})

test('opening changes no byte', () => {
  expect(failing('isIdentical')).toEqual([])
})

test('editing one block leaves every other block as it was written', () => {
  expect(failing('othersKept')).toEqual([])
})

test('a key changes the typed text and nothing else', () => {
  expect(failing('onlyTextChanged')).toEqual([])
})

test('undo gives back the bytes', () => {
  expect(failing('isUndone')).toEqual([])
})

test('what comes out of an edit is safe and opens as the same bytes', () => {
  expect(failing('isStable')).toEqual([])
  const left = unsafeTexts.map((source) => open(source).html())
  expect(left.map((html) => open(html).html())).toEqual(left)
  expect(left.map((html) => outgoingHtml(html).html)).toEqual(left)
})

test('nearly everything without tables and pictures can be edited', () => {
  const texts = examined.filter(({ source }) => !/<(?:table|td|img)/i.test(source))
  const editable = texts.filter(({ isEditable }) => isEditable)
  expect(editable.length / texts.length).toBeGreaterThan(0.9)
})
