import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The looks of the page, whose properties reach into the shadow root. */
export const codeTheme = EditorView.theme({
  '&': { maxHeight: '70dvh', color: 'var(--text)', fontSize: 'var(--size-interface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    minHeight: '140px',
    overflow: 'auto',
    fontFamily: 'var(--font-code)',
    lineHeight: '24px',
  },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 16px' },
  '.cm-gutters': {
    border: '0',
    borderRadius: '0 0 0 var(--radius-control)',
    backgroundColor: 'transparent',
    color: 'var(--quiet)',
  },
  '.cm-gutter.cm-lineNumbers .cm-gutterElement': { minWidth: '32px', padding: '0 0 0 8px' },
  '.cm-matchingBracket': {
    backgroundColor: 'var(--busy-tint)',
    outline: '1px solid var(--busy)',
  },
  '.cm-nonmatchingBracket': {
    backgroundColor: 'var(--bad-tint)',
    outline: '1px solid var(--bad)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--busy-tint)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-tint)' },
  '.cm-openPlaceholder': {
    backgroundColor: 'var(--caution-tint)',
    textDecoration: 'underline dashed 2px var(--caution)',
    textUnderlineOffset: '3px',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--caution-tint)',
    outline: '1px solid var(--caution)',
  },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--busy-tint)',
    outline: '2px solid var(--accent)',
  },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '1px' },
  '.cm-lintRange-error': { borderBottom: '2px dotted var(--bad)' },
  '.cm-lintRange-warning': { borderBottom: '2px dotted var(--caution)' },
  '.cm-tooltip': {
    maxWidth: 'min(460px, calc(100vw - 48px))',
    border: '1px solid var(--hairline)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--font)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '6px 12px', whiteSpace: 'normal' },
  '.cm-diagnostic-error': { borderInlineStart: '4px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderInlineStart: '4px solid var(--caution)' },
  '.cm-panels': { backgroundColor: 'var(--canvas)', color: 'var(--text)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--hairline)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    alignItems: 'center',
    padding: '8px 40px 8px 12px',
    fontFamily: 'var(--font)',
  },
  '.cm-panel.cm-search br, .cm-panel.cm-search label:has([name=word])': { display: 'none' },
  '.cm-panel.cm-search label': { display: 'inline-flex', gap: '4px', alignItems: 'center' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': {
    margin: '0',
    fontSize: 'var(--size-note)',
    textTransform: 'none',
  },
  '.cm-panel.cm-search .cm-textfield, .cm-panel.cm-search .cm-button': {
    boxSizing: 'border-box',
    minHeight: '32px',
    padding: '4px 10px',
    border: '1px solid var(--control-border)',
    borderRadius: '6px',
    background: 'var(--surface)',
    color: 'var(--text)',
    fontFamily: 'var(--font)',
  },
  '.cm-panel.cm-search .cm-button': { cursor: 'pointer' },
  '.cm-panel.cm-search .cm-button:hover': { background: 'var(--resting-tint)' },
  '.cm-panel.cm-search [name=close]': {
    top: '8px',
    right: '8px',
    minWidth: '32px',
    minHeight: '32px',
    borderRadius: '6px',
    color: 'var(--text)',
    fontSize: 'var(--size-group)',
    cursor: 'pointer',
  },
  'input:focus-visible, button:focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '1px',
  },
  // Smaller text would make phones zoom in.
  '@media (width < 900px)': {
    '&': { fontSize: 'var(--size-input)' },
    '.cm-gutters': { display: 'none' },
    '.cm-panel.cm-search label, .cm-panel.cm-search [name=select]': { display: 'none' },
    '.cm-panel.cm-search .cm-textfield': { flex: '1 1 160px', minWidth: '0' },
    '.cm-panel.cm-search .cm-textfield, .cm-panel.cm-search .cm-button': {
      minHeight: '44px',
      fontSize: 'var(--size-input)',
    },
  },
})

/** The colours are set by the field, for light and dark. */
export const codeColours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--code-tag)' },
  { tag: tags.attributeName, color: 'var(--code-attribute)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--code-value)' },
  { tag: [tags.character, tags.escape], color: 'var(--code-entity)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--quiet)' },
  { tag: tags.invalid, color: 'var(--bad)' },
])
