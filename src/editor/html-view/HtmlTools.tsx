import { Redo2, Search, TextAlignStart, Undo2, type LucideIcon } from 'lucide-react'
import { shownKeys, spokenKeys } from '#ui/commands.ts'
import styles from '#editor/toolbar/Toolbar.module.css'

type HtmlToolsProps = {
  canUndo: boolean
  canRedo: boolean
  onUndo: () => void
  onRedo: () => void
  onFind: () => void
  onFormat: () => void
  /** The name of the tool that Tab leads to. */
  stop: string
}

/** What the toolbar offers while the text is shown as HTML. */
export function HtmlTools({ stop, ...tools }: HtmlToolsProps) {
  const tool = (
    name: string,
    label: string,
    Icon: LucideIcon,
    onPress: () => void,
    { keys = '', possible = true } = {},
  ) => (
    <button
      type="button"
      className={styles.tool}
      data-tool={name}
      aria-label={label}
      aria-disabled={!possible || undefined}
      aria-keyshortcuts={keys === '' ? undefined : spokenKeys(keys)}
      title={keys === '' ? label : `${label} (${shownKeys(keys)})`}
      tabIndex={stop === name ? 0 : -1}
      onClick={() => possible && onPress()}
    >
      <Icon aria-hidden size={18} />
    </button>
  )
  return (
    <>
      {tool('undo', 'Undo', Undo2, tools.onUndo, { keys: 'Mod-Z', possible: tools.canUndo })}
      {tool('redo', 'Redo', Redo2, tools.onRedo, { keys: 'Mod-Shift-Z', possible: tools.canRedo })}
      {tool('find', 'Find', Search, tools.onFind, { keys: 'Mod-F' })}
      {tool('format', 'Format the HTML', TextAlignStart, tools.onFormat)}
    </>
  )
}
