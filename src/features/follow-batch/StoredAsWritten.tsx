import { Check } from 'lucide-react'
import styles from './StoredAsWritten.module.css'

/** The good news in one quiet line: what is stored is what was sent, to the byte. */
export function StoredAsWritten({ place }: { place: string }) {
  return (
    <p className={styles.line}>
      <Check aria-hidden size={16} />
      {place} stored your text exactly as you wrote it.
    </p>
  )
}
