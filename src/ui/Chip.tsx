import {
  Circle,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  LoaderCircle,
  TriangleAlert,
} from 'lucide-react'
import styles from './Chip.module.css'

const icons = {
  resting: Circle,
  busy: LoaderCircle,
  good: CircleCheck,
  caution: TriangleAlert,
  bad: CircleX,
  unknown: CircleQuestionMark,
}

type ChipProps = { tone: keyof typeof icons; children: string }

/** A state in one or two words. Its icon follows from the tone: colour never speaks alone. */
export function Chip({ tone, children }: ChipProps) {
  const Icon = icons[tone]
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      <Icon aria-hidden size={16} className={styles.icon} />
      <span className={styles.word}>{children}</span>
    </span>
  )
}
