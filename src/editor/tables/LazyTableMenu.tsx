import type { Editor } from '@tiptap/core'
import { useChunk } from '#ui/loading/use-chunk.ts'

type LazyTableMenuProps = { editor: Editor; tabIndex: number }

const loadMenu = () => import('./TableMenu.tsx').then((module) => module.TableMenu)

/** The menu for a table, once its code is there. */
export function LazyTableMenu(props: LazyTableMenuProps) {
  const menu = useChunk(loadMenu)
  return menu.state === 'ready' ? <menu.value {...props} /> : null
}
