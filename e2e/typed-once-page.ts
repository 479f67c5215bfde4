import { Editor } from '@tiptap/core'
import { closeHistory, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { isBlankHtml } from '#html/parse/blank.ts'
import { parseInert } from '#html/parse/inert-document.ts'
import { createLiveSource } from '#html/parse/live-source.ts'
import { readableLines } from '#html/words/readable-text.ts'
import { sameFormatting } from '#html/compare/same-formatting.ts'
import { outgoingHtml } from '#html/safety/sanitize.ts'
import { splitBlocks } from '#html/parse/split-blocks.ts'
import { comparable } from '#editor/schema/editor-dom.ts'
import { createLosslessDocument } from '#editor/document/lossless-document.ts'
import { extensions } from '#editor/schema/extensions.ts'
import { tidyHtml } from '#editor/document/read-nodes.ts'
import { createTextSession } from '#editor/document/text-session.ts'

/*
 * Runs in a browser: its parser is the one that counts.
 */

const MARK = '☞'

/** A text in its editor, and what the form gets of it. */
function openText(start: string) {
  let form = start
  const source = createLiveSource(start)
  const session = createTextSession(start, source, {
    onMode: () => {},
    onArrival: () => {},
    onUnread: () => {},
  })
  session.deliverTo({ onChange: (html) => (form = html), onBlur: () => {} })
  const editor = new Editor({
    element: document.createElement('div'),
    extensions,
    onBeforeCreate: ({ editor: unborn }) => session.begin(unborn),
    onUpdate: () => session.changed(),
  })
  return {
    schema: editor.schema,
    shown: () => session.html(),
    lines: () => linesOf(editor.state.doc),
    size: () => editor.state.doc.childCount,
    places: () => placesIn(editor.state.doc),
    type: (at: number) => editor.view.dispatch(closeHistory(editor.state.tr.insertText(MARK, at))),
    takeOut: (index: number) => {
      const { from, to } = placeOf(editor.state.doc, index)
      editor.view.dispatch(closeHistory(editor.state.tr.delete(from, to)))
    },
    /** Puts a block behind the next one. */
    swap: (index: number) => {
      const { doc, tr } = editor.state
      const next = doc.maybeChild(index + 1)
      if (!next) return
      const { from, to } = placeOf(doc, index)
      tr.replaceWith(from, to + next.nodeSize, [next, doc.child(index)])
      editor.view.dispatch(closeHistory(tr))
    },
    undo: () => undo(editor.state, editor.view.dispatch),
    /** What is stored, and sent. */
    stored: () => {
      session.flush()
      return form
    },
    close: () => {
      session.end()
      editor.destroy()
    },
  }
}

/** From where to where a block of a document reaches. */
function placeOf(doc: Node, index: number): { from: number; to: number } {
  const from = doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  return { from, to: from + doc.child(index).nodeSize }
}

/** Places that can be typed in: between the first letters of lines, and at the end of every line. */
function placesIn(doc: Node): { inWords: number[]; atEnds: number[] } {
  const inWords: number[] = []
  const atEnds: number[] = []
  doc.descendants((line, position) => {
    if (!line.isTextblock) return
    atEnds.push(position + 1 + line.content.size)
    const word = line.children.find(({ isText, text }) => isText && /^\S\S/.test(text ?? ''))
    const offset = line.children.slice(0, line.children.indexOf(word ?? line))
    if (word) inWords.push(position + 2 + offset.reduce((sum, { nodeSize }) => sum + nodeSize, 0))
  })
  return { inWords, atEnds }
}

/** What can be read, line by line, each block for itself. */
function linesOf({ children, type }: Node): string {
  const blocks = children.map((node) => readableLines(parseInert(tidyHtml([node], type.schema))))
  return evened(blocks.filter((lines) => lines !== '').join('\n'))
}

const evened = (lines: string) => lines.replace(/ +/g, ' ')
const htmlOf = (blocks: readonly { html: string }[]) => blocks.map(({ html }) => html).join('')
const withoutMarks = (html: string) => html.replaceAll(MARK, '')
const wordsOf = (html: string) =>
  String(withoutMarks(parseInert(html).textContent ?? '').match(/w\d+/g))
const marksIn = (html: string) => html.split(MARK).length - 1
const commentsOf = (fragment: DocumentFragment) => {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_COMMENT)
  const comments: Comment[] = []
  while (walker.nextNode())
    if (walker.currentNode instanceof Comment) comments.push(walker.currentNode)
  return comments
}
const commentsIn = (html: string) =>
  String(commentsOf(parseInert(html)).map(({ data }) => `<!--${data}-->`))

/** What it shows; where a comment stands beside words is no matter. */
function readable(html: string): DocumentFragment {
  const fragment = parseInert(withoutMarks(html))
  for (const comment of commentsOf(fragment)) comment.remove()
  fragment.normalize()
  return comparable(fragment)
}

/** Whether all but one of the blocks of a text stand in another as they were. */
function keepsOthers(before: string, after: string): boolean {
  const blocks = splitBlocks(before)
  return blocks.some((block, index) => {
    const start = blocks.slice(0, index).join('')
    const end = blocks.slice(index + 1).join('')
    const isThere = after.startsWith(start) && after.endsWith(end)
    return isThere && after.length >= start.length + end.length && block !== ''
  })
}

/** The names of those that are not true. */
function failed(held: Record<string, boolean>): string {
  return Object.keys(held)
    .filter((what) => !held[what])
    .join(', ')
}

/** What is wrong with a text as it is stored, when it is opened again. */
function failedAfterReload(text: ReturnType<typeof openText>): string {
  const stored = text.stored()
  const reloaded = createLosslessDocument(text.schema)
  const doc = reloaded.open(stored)
  return failed({
    'shown is stored': (isBlankHtml(text.shown()) ? '' : text.shown()) === stored,
    safe: outgoingHtml(stored).html === stored,
    'opens as the same bytes': htmlOf(reloaded.blocksOf(doc)) === stored,
    'opens as the same lines': linesOf(doc) === text.lines(),
    'reads as the same lines': evened(readableLines(parseInert(stored))) === text.lines(),
  })
}

/**
 * Types into each line of a text, in turn and then into all, and reads what is stored after each key:
 * it holds what was typed once and everything else as before, opens again as the same lines, and undo
 * gives the text back. Then takes out and swaps blocks. Returns what did not hold, '' for nothing.
 */
export function failureOf(source: string): string {
  const text = openText(source)
  const shown = text.shown()
  const words = wordsOf(outgoingHtml(source).html)
  const report = (found: string) => (found === '' ? '' : `${found}:\n${shown}\n${text.shown()}`)
  const typedFailure = (marks: number) => {
    const stored = text.stored()
    return failed({
      'typed once': marksIn(stored) === marks,
      words: wordsOf(stored) === words,
      comments: commentsIn(stored) === commentsIn(shown),
    })
  }
  const undone = (what: string) => failed({ [`undo of ${what}`]: text.shown() === shown })

  function* failures() {
    yield report(failed({ 'words while opening': wordsOf(shown) === words }))
    const { inWords, atEnds } = text.places()
    for (const place of inWords) {
      text.type(place)
      const stored = text.stored()
      yield report(typedFailure(1))
      yield report(failedAfterReload(text))
      yield report(failed({ 'bytes of other blocks': keepsOthers(shown, stored) }))
      yield report(failed({ formatting: sameFormatting(readable(stored), readable(shown)) }))
      text.undo()
      yield report(undone('a key'))
    }
    for (const [count, place] of atEnds.toReversed().entries()) {
      text.type(place)
      yield report(typedFailure(count + 1))
      yield report(failedAfterReload(text))
    }
    while (text.undo());
    yield report(undone('all keys'))
    for (let index = 0; index < text.size(); index += 1) {
      text.takeOut(index)
      yield report(failedAfterReload(text))
      text.undo()
      text.swap(index)
      yield report(failedAfterReload(text))
      text.undo()
      yield report(undone('moves'))
    }
  }
  let found = ''
  for (const failure of failures()) found ||= failure
  text.close()
  return found
}
