import type { Editor } from '@tiptap/core'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { currentConditions } from './editor-conditions.ts'

/** What is true of the place where the caret is. Renders only when something of it changes. */
export function useConditions(editor: Editor): ReadonlySet<string> {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    [editor],
  )
  // A string, because two that say the same are the same.
  const conditions = useSyncExternalStore(subscribe, () => currentConditions(editor))
  return useMemo(() => new Set(conditions.split(' ')), [conditions])
}
