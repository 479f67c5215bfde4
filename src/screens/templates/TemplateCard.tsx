import { useId, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { AnswerDrawing } from './AnswerDrawing.tsx'
import type { TemplateChoice } from './template-choice.ts'
import styles from './TemplateCard.module.css'

/** More tags than these say less. */
const SHOWN_TAGS = 3

type TemplateCardProps = {
  choice: TemplateChoice
  menu: ReactNode
  onPreview: () => void
  onUse: () => void
}

/** A template in a few words. All of the card leads to the preview, but for its buttons. */
export function TemplateCard({ choice, menu, onPreview, onUse }: TemplateCardProps) {
  const id = useId()
  const { name, description, tags } = choice
  return (
    <li className={styles.card}>
      <AnswerDrawing questions={choice.texts.questions} />
      <div className={styles.head}>
        <h3 id={id} className={styles.name}>
          {name}
        </h3>
        {menu && <div className={styles.above}>{menu}</div>}
      </div>
      <p className={styles.description}>{description}</p>
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {tags.slice(0, SHOWN_TAGS).map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button className={styles.above} aria-describedby={id} onClick={onUse}>
          Use this template
        </Button>
        <button type="button" className={styles.open} onClick={onPreview}>
          Preview<span className="visually-hidden"> “{name}”</span>
        </button>
      </div>
    </li>
  )
}
