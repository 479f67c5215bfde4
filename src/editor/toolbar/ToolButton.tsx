import type { Editor } from '@tiptap/core'
import { shownKeys, spokenKeys } from '#ui/commands.ts'
import styles from './Toolbar.module.css'
import type { Tool, ToolDialog } from './tools.ts'
import { profiles } from '#html/profile/profiles.ts'

type ToolButtonProps = {
  tool: Tool
  editor: Editor
  conditions: ReadonlySet<string>
  /** Opens the dialog of a tool that has one. */
  onOpen?: (dialog: ToolDialog) => void
  /** In a list of words instead of a row of pictures. */
  inMenu?: boolean
  /** Where it is left out of the row for want of space. */
  wideOnly?: boolean
  tabIndex?: number
}

export function ToolButton({
  tool,
  editor,
  conditions,
  onOpen,
  inMenu = false,
  wideOnly = false,
  tabIndex = -1,
}: ToolButtonProps) {
  const { label, keys, on, needs, icon: Icon } = tool
  const possible = needs === undefined || conditions.has(needs)
  const hint = keys === undefined ? label : `${label} (${shownKeys(keys)})`
  return (
    <button
      type="button"
      className={inMenu ? styles.menuItem : styles.tool}
      data-tool={tool.name}
      data-wide-only={wideOnly || undefined}
      aria-label={inMenu ? undefined : label}
      aria-pressed={on === undefined ? undefined : conditions.has(on)}
      aria-disabled={!possible || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : spokenKeys(keys)}
      title={mayDisappear(tool) ? `${hint}. May disappear in Prolific.` : hint}
      tabIndex={tabIndex}
      onClick={() => {
        if (!possible || editor.isDestroyed) return
        tool.run?.(editor)
        if (tool.opens) onOpen?.(tool.opens)
      }}
    >
      <Icon aria-hidden size={18} />
      {inMenu && (
        <>
          <span className={styles.word}>{label}</span>{' '}
          {mayDisappear(tool) && <span className={styles.caution}>may disappear</span>}
        </>
      )}
    </button>
  )
}

/** Whether Prolific does not promise to keep what this writes. */
function mayDisappear(tool: Tool): boolean {
  return tool.tag !== undefined && !profiles.published.tags.has(tool.tag)
}
