import { useSyncExternalStore } from 'react'
import { Choice } from '#ui/forms/Choice.tsx'
import type { Store } from '#storage/listeners.ts'
import type { Views } from './use-views.ts'
import styles from './WritePage.module.css'

type NarrowSwitchProps = { views: Views; checkCount: Store<number> }

const none = () => 0

/** Where there is no room for two columns, this says which of them is shown. */
export function NarrowSwitch({ views, checkCount }: NarrowSwitchProps) {
  const { shown, side } = views
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
        onChange={(value) => (value === 'form' ? views.showForm() : views.showSide(value))}
      />
    </div>
  )
}
