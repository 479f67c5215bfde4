import { useLocation, useSearch } from 'wouter'
import { datasetFaults, practiceFaults } from '#contract/practice-faults.ts'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import styles from './RehearseDialog.module.css'

/** The failures that Practice can act out, by plain name. Choosing one marks the batch name with it. */
export function RehearseDialog({ onClose }: { onClose: () => void }) {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const rehearse = (mark: string) => {
    onClose()
    // In the draft that is open, if one is.
    const params = new URLSearchParams(path.endsWith('/new') ? search : '')
    params.set('rehearse', mark)
    navigate(`/practice/new?${params}`)
  }
  return (
    <Dialog title="Rehearse a problem" onClose={onClose} wide>
      <p>
        Choose what should go wrong. A code is added at the end of the batch name, which only your
        team sees. Remove it, and everything works again.
      </p>
      <ul className={styles.list}>
        {practiceFaults.map(({ id, title, effect, suffix }) => (
          <li key={id}>
            <button type="button" className={styles.fault} onClick={() => rehearse(suffix.trim())}>
              <span className={styles.title}>{title}</span>
              <code className={styles.mark}>{suffix.trim()}</code>
              <span className={styles.effect}>{effect}</span>
            </button>
          </li>
        ))}
      </ul>
      <h3>With a dataset</h3>
      <p>Add one of these codes at the end of the name when you create a dataset.</p>
      <ul className={styles.list}>
        {datasetFaults.map(({ id, title, effect, suffix }) => (
          <li key={id} className={styles.dataset}>
            <span className={styles.title}>{title}</span>
            <code className={styles.mark}>{suffix.trim()}</code>
            <span className={styles.effect}>{effect}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
