import { CodeXml, PenLine } from 'lucide-react'
import styles from './ModeSwitch.module.css'
import type { TextMode } from '#editor/document/text-session.ts'

const modes = [
  { mode: 'visual', label: 'Visual', hint: 'Write with formatting', icon: PenLine },
  { mode: 'html', label: 'HTML', hint: 'Write the HTML itself', icon: CodeXml },
] as const

type ModeSwitchProps = {
  mode: TextMode
  onSwitch: (mode: TextMode) => void
  /** The name of the tool that Tab leads to. */
  stop: string
}

/** Visual or HTML: two tools at the end of the toolbar, of which narrow ones show the other one. */
export function ModeSwitch({ mode, onSwitch, stop }: ModeSwitchProps) {
  return (
    <div role="group" aria-label="Write as" className={styles.switch}>
      {modes.map(({ mode: name, label, hint, icon: Icon }) => (
        <button
          key={name}
          type="button"
          className={styles.mode}
          data-tool={name}
          aria-label={label}
          aria-pressed={name === mode}
          title={hint}
          tabIndex={stop === name ? 0 : -1}
          onClick={() => name !== mode && onSwitch(name)}
        >
          <Icon aria-hidden size={18} className={styles.icon} />
          <span className={styles.word}>{label}</span>
        </button>
      ))}
    </div>
  )
}
