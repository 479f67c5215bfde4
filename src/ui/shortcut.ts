/** Whether shortcuts are held with ⌘ here. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A shortcut in Tiptap's notation as people read it: `Ctrl+Shift+7`, on a Mac `⌘⇧7`. */
export function shownKeys(keys: string): string {
  if (!isApple) return keys.replaceAll('Mod', 'Ctrl').replaceAll('-', '+')
  return keys
    .replaceAll('Mod-', '⌘')
    .replaceAll('Shift-', '⇧')
    .replaceAll('Alt-', '⌥')
    .replace('Enter', '⏎')
}

/** The same for `aria-keyshortcuts`. */
export function spokenKeys(keys: string): string {
  return keys.replaceAll('Mod', isApple ? 'Meta' : 'Control').replaceAll('-', '+')
}
