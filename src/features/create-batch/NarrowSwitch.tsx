import { Choice } from '#ui/Choice.tsx'
import type { SideView } from './SidePanel.tsx'
import styles from './WritePage.module.css'

export type NarrowView = 'write' | SideView

type NarrowSwitchProps = { view: NarrowView; onChange: (view: NarrowView) => void }

const options = [
  { value: 'write', label: 'Write' },
  { value: 'view', label: 'Participant view' },
  { value: 'checks', label: 'Checks' },
] as const

/** Where there is no room for two columns, this says which of them is shown. */
export function NarrowSwitch({ view, onChange }: NarrowSwitchProps) {
  return (
    <div className={styles.switch}>
      <Choice
        label="What to show"
        stretched
        options={options}
        value={view === 'request' ? 'checks' : view}
        onChange={onChange}
      />
    </div>
  )
}
