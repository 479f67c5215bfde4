import { FileSearch } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import styles from './TemplatesPage.module.css'

type NoTemplatesProps = { words: string; onClear: () => void }

/** In place of the gallery when nothing fits: what to do instead. */
export function NoTemplates({ words, onClear }: NoTemplatesProps) {
  return (
    <div className={styles.empty}>
      <FileSearch aria-hidden size={32} />
      <p>
        No template is about “{words.trim()}”. Try one word for the kind of task, such as “rating”
        or “text”, or save a task of your own as a template.
      </p>
      <Button onClick={onClear}>Show all templates</Button>
    </div>
  )
}
