import { isApple } from '#ui/commands.ts'

/** What can be opened over every screen. */
export type Overlay = 'commands' | 'shortcuts' | 'rehearse'

/**
 * What a key asks for: the commands with Ctrl+K or ⌘K, the shortcuts with a question mark. Null where
 * the key has another meaning: while a dialog is open, in an editor (where Ctrl+K makes a link), and,
 * for the question mark, wherever one writes.
 */
export function askedByKey(event: KeyboardEvent): Overlay | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  if (event.defaultPrevented || event.repeat || event.isComposing) return null
  if (document.querySelector('dialog[open]')) return null
  // In the HTML view the key comes from within a shadow root.
  const [target] = event.composedPath()
  const at = target instanceof Element ? target : null

  if (key.toLowerCase() === 'k' && !altKey && !shiftKey) {
    const isCommand = isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey
    return isCommand && !at?.closest('[contenteditable="true"]') ? 'commands' : null
  }
  if (key === '?' && !altKey && !ctrlKey && !metaKey) {
    return at?.closest('input, textarea, select, [contenteditable="true"]') ? null : 'shortcuts'
  }
  return null
}
