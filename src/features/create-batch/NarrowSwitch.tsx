import { Choice } from '#ui/Choice.tsx'
import type { SideView } from './SidePanel.tsx'
import styles from './WritePage.module.css'

type NarrowSwitchProps = {
  shown: 'form' | 'side'
  side: SideView
  onForm: () => void
  onSide: (view: SideView) => void
}

const options = [
  { value: 'form', label: 'Write' },
  { value: 'view', label: 'Participant view' },
  { value: 'checks', label: 'Checks' },
] as const

/** Where there is no room for two columns, this says which of them is shown. */
export function NarrowSwitch({ shown, side, onForm, onSide }: NarrowSwitchProps) {
  const view = side === 'view' ? 'view' : 'checks'
  return (
    <div className={styles.switch}>
      <Choice
        label="What to show"
        stretched
        options={options}
        value={shown === 'form' ? 'form' : view}
        onChange={(value) => (value === 'form' ? onForm() : onSide(value))}
      />
    </div>
  )
}
