import { Editor } from '@tiptap/core'
import { undo } from '@tiptap/pm/history'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createLiveSource } from '#html/parse/live-source.ts'
import { extensions } from '#editor/schema/extensions.ts'
import type { Arrival } from './lossless-document.ts'
import { createTextSession } from './text-session.ts'

/** A text with its editor, and everything that surrounds it. */
function openText(start: string) {
  const source = createLiveSource(start)
  const onChange = vi.fn<(html: string) => void>()
  const modes: string[] = []
  const arrivals: Arrival[] = []
  const unread: (string | null)[] = []
  const session = createTextSession(start, source, {
    onMode: (mode, refusal) => modes.push(refusal === null ? mode : `${mode}: ${refusal}`),
    onArrival: (arrival) => arrival && arrivals.push(arrival),
    onUnread: (text) => unread.push(text?.raw ?? null),
  })
  session.deliverTo({ onChange, onBlur: () => {} })
  const editor = new Editor({
    element: document.createElement('div'),
    extensions,
    injectCSS: false,
    onBeforeCreate: ({ editor: unborn }) => session.begin(unborn),
    onUpdate: () => session.changed(),
  })
  // It looks at the document for a while after each change.
  onTestFinished(() => editor.destroy())
  return {
    session,
    editor,
    onChange,
    modes,
    arrivals,
    unread,
    live: () => source.getBlocks(),
    /** Writes behind the first words. */
    type: (words: string) => editor.view.dispatch(editor.state.tr.insertText(words, 1)),
    undo: () => undo(editor.state, editor.view.dispatch),
    /** Writes HTML as a person would while it is shown. */
    write: (html: string) => session.write(() => html),
    sent: () => {
      session.flush()
      return onChange.mock.lastCall?.[0]
    },
  }
}

afterEach(() => vi.useRealTimers())

test('a rewrite is one step, and undo gives back the earlier bytes', () => {
  const before = '<P>One</P>\n<UL><LI>a<LI>b</UL>'
  const text = openText(before)
  text.session.rewrite('<p>Other</p><UL><LI>a<LI>b</UL><p>more</p>')
  expect(text.session.html()).toBe('<p>Other</p><UL><LI>a<LI>b</UL><p>more</p>')
  expect(text.sent()).toBe('<p>Other</p><UL><LI>a<LI>b</UL><p>more</p>')
  text.undo()
  expect(text.session.html()).toBe(before)
  expect(text.sent()).toBe(before)
  expect(text.undo()).toBe(false)
})

test('a rewrite leaves what is the same as it was, the same objects', () => {
  const text = openText('<P>One</P><P>Two</P><P>Three</P>')
  const nodes = text.editor.state.doc.children
  text.session.rewrite('<P>One</P><p>2</p><P>Three</P>')
  const after = text.editor.state.doc.children
  expect(after[0]).toBe(nodes[0])
  expect(after[2]).toBe(nodes[2])
})

test('typing around rewrites is undone to the bytes of each', () => {
  const text = openText('<P>One</P><p>Two')
  const steps: string[] = []
  const step = (act: () => void) => {
    steps.push(text.session.html())
    act()
  }
  step(() => text.type('x'))
  step(() => text.session.rewrite('<P>xOne</P><b>Three</b>'))
  step(() => text.type('y'))
  step(() => text.session.rewrite('<p>yxOne</p><P>Three</P>'))
  for (const html of steps.toReversed()) {
    text.undo()
    expect(text.session.html()).toBe(html)
  }
})

test('two ways to write the same are told apart by undo', () => {
  const text = openText('<p>One</p>')
  text.session.rewrite('<P>One</P>')
  text.type('x')
  text.undo()
  expect(text.session.html()).toBe('<P>One</P>')
  text.undo()
  text.type('x')
  text.undo()
  expect(text.session.html()).toBe('<p>One</p>')
})

test('switching to HTML and back changes no byte and nothing of the undo history', () => {
  const html = '\r\n<P CLASS=a>fish &amp; chips</p>\n\n<ul><li>one<li>two</ul> '
  const text = openText(html)
  for (let count = 0; count < 10; count += 1) {
    text.session.showHtml()
    expect(text.session.html()).toBe(html)
    text.session.showVisual()
  }
  text.session.flush()
  expect(text.session.html()).toBe(html)
  expect(text.onChange).not.toHaveBeenCalled()
  expect(text.undo()).toBe(false)
})

test('what was written as HTML is one step in the visual editor', () => {
  const text = openText('<P>One</P>')
  text.type('x')
  const typed = text.session.html()
  text.session.showHtml()
  text.write('<P>One</P><p>Two')
  text.write('<P>One</P><p>Two <b>bold</b>')
  text.session.showVisual()
  expect(text.session.html()).toBe('<P>One</P><p>Two <b>bold</b>')
  text.undo()
  expect(text.session.html()).toBe(typed)
  text.undo()
  expect(text.session.html()).toBe('<P>One</P>')
})

test('HTML is shown live one frame after a key, unchanged blocks as the same objects', async () => {
  const text = openText('<p>One</p><p>Two</p><p>Three</p>')
  text.session.showHtml()
  text.write('<p>One</p><p>2</p><p>Three</p>')
  await vi.waitFor(() => expect(text.live().map(({ html }) => html)).toContain('<p>2</p>'))
  const before = text.live()
  text.write('<p>One</p><p>22</p><p>Three</p>')
  await vi.waitFor(() => expect(text.live()[1]?.html).toBe('<p>22</p>'))
  expect(text.live()[0]).toBe(before[0])
  expect(text.live()[2]).toBe(before[2])
})

test('an element that is left open reaches as far as the browser says once the writer pauses', () => {
  const text = openText('<p>One</p><p>Two</p>')
  text.session.showHtml()
  text.write('<b>x<p>One</p><p>Two</p>')
  expect(text.sent()).toBe('<b>x<p>One</p><p>Two</p>')
})

test('unsafe markup in the HTML stays where it is typed and does not leave', () => {
  const text = openText('<p>One</p>')
  text.session.showHtml()
  const typed = '<p onclick="alert(1)">One</p><script>alert(1)</script><p>Two</p>'
  text.write(typed)
  expect(text.sent()).not.toMatch(/alert|onclick|script/)
  expect(text.session.html()).toBe(typed)
  expect(text.session.removed().map(({ name }) => name)).toEqual(['onclick', 'script'])
})

test('HTML in which nothing can be seen is an empty text', () => {
  const text = openText('<p>One</p>')
  text.session.showHtml()
  text.write('<p>&nbsp;</p><!-- nothing -->')
  expect(text.sent()).toBe('')
  expect(text.session.html()).toBe('<p>&nbsp;</p><!-- nothing -->')
})

test('a text from elsewhere is not undone, however it is shown', () => {
  const text = openText('<p>One</p>')
  text.session.showHtml()
  text.write('<p>Two</p>')
  text.session.receive('<p>Elsewhere</p>')
  expect(text.session.html()).toBe('<p>Elsewhere</p>')
  text.session.showVisual()
  expect(text.session.html()).toBe('<p>Elsewhere</p>')
  expect(text.undo()).toBe(false)
})

test('a text beyond the limit is shown as HTML with the reason until it is shorter', () => {
  const text = openText('<p>short</p>')
  text.session.showHtml()
  text.write(`<p>${'x'.repeat(600_000)}</p>`)
  text.session.flush()
  expect(text.modes.at(-1)).toMatch(/^html: This text is 586 KB long/)
  text.session.showVisual()
  expect(text.modes.at(-1)).toMatch(/^html: This text is 586 KB long/)
  text.write('<p>shorter</p>')
  text.session.showVisual()
  expect(text.modes.at(-1)).toBe('visual')
  expect(text.session.html()).toBe('<p>shorter</p>')
})

test('what a text lost and which parts of it are protected is told when it is opened', () => {
  const text = openText('<p>One</p>')
  text.session.rewrite('<p onclick="alert(1)">One</p><li>Two</li>')
  expect(text.arrivals.at(-1)?.removed).toEqual([{ kind: 'attribute', name: 'onclick', on: 'p' }])
  expect(text.arrivals.at(-1)?.protectedParts).toEqual(['<li>Two</li>'])
})

test('what is protected is told once', () => {
  const text = openText('<p>One</p><li>Two</li>')
  expect(text.arrivals).toHaveLength(1)
  text.session.rewrite('<p>Other</p><li>Two</li>')
  text.session.showHtml()
  text.write('<p>More</p><li>Two</li>')
  text.session.showVisual()
  expect(text.arrivals).toHaveLength(1)
  text.session.rewrite('<li>Two</li><p>Other</p><li>Three</li>')
  expect(text.arrivals.at(-1)?.protectedParts).toEqual(['<li>Three</li>'])
})

test.each([
  [{ selector: 'li', nth: 1, quote: 'two' }, 'two'],
  [{ selector: 'p', nth: 1, quote: 'Last' }, 'Last'],
  [{ selector: 'b', nth: 1, quote: 'again' }, 'again'],
  [{ selector: 'p', nth: 3, quote: '[your lab]' }, '[your lab]'],
])('a place is shown in the visual editor: %j', async (place, words) => {
  const text = openText(
    '<p>First <b>bold</b></p><ul><li>one</li><li>two</li></ul><p>Last</p><p>and <b>again</b></p><p>at <i>[your</i> lab]</p>',
  )
  await text.session.reveal(place)
  const { from, to } = text.editor.state.selection
  expect(text.editor.state.doc.textBetween(from, to)).toBe(words)
})

test('a place inside a protected part selects the part', async () => {
  const text = openText('<p>a</p><ul>text<li>b</li></ul>')
  await text.session.reveal({ selector: 'li', nth: 0, quote: 'b' })
  const { from } = text.editor.state.selection
  expect(text.editor.state.doc.nodeAt(from)?.type.name).toBe('protectedPart')
})
