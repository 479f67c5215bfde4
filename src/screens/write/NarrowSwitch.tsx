import { useSyncExternalStore } from 'react'
import { Choice } from '#ui/forms/Choice.tsx'
import type { CheckCount } from './check-count.ts'
import type { SideView } from './SidePanel.tsx'
import styles from './WritePage.module.css'

type NarrowSwitchProps = {
  shown: 'form' | 'side'
  side: SideView
  checkCount: CheckCount
  onForm: () => void
  onSide: (view: SideView) => void
}

const none = () => 0

/** Where there is no room for two columns, this says which of them is shown. */
export function NarrowSwitch({ shown, side, checkCount, onForm, onSide }: NarrowSwitchProps) {
  const count = useSyncExternalStore(checkCount.subscribe, checkCount.get, none)
  const options = [
    { value: 'form', label: 'Write' },
    { value: 'view', label: 'Participant view' },
    { value: 'checks', label: count > 0 ? `Checks (${count})` : 'Checks' },
  ] as const
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
