/** The keys that ask for a paste without formatting, for as long as they are the last thing done. */
export interface PlainPasteKey {
  handlers: Record<'keyup' | 'blur' | 'mousedown', () => false> & {
    keydown: (view: unknown, event: KeyboardEvent) => false
  }
  /** Whether the paste that has just come was asked for by these keys. */
  take: () => boolean
}

/**
 * Watches for Ctrl+Shift+V, or Command with Shift. A paste event does not say by which keys it was
 * made, and one from a menu by none: only what was pressed right before it counts.
 */
export function watchPlainPasteKey(): PlainPasteKey {
  let isPressed = false
  const forget = (): false => {
    isPressed = false
    return false
  }
  return {
    handlers: {
      keydown(_view, { key, code, shiftKey, ctrlKey, metaKey }) {
        const isV = key.toLowerCase() === 'v' || code === 'KeyV'
        isPressed = isV && shiftKey && (ctrlKey || metaKey)
        return false
      },
      keyup: forget,
      blur: forget,
      mousedown: forget,
    },
    take() {
      const wasPressed = isPressed
      isPressed = false
      return wasPressed
    },
  }
}
