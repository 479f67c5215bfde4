import { useId } from 'react'
import { OwnTemplateMenu, type OwnActions } from './OwnTemplateMenu.tsx'
import type { TemplateChoice } from './template-choice.ts'
import { TemplateCard } from './TemplateCard.tsx'
import styles from './TemplatesPage.module.css'

type TemplateGridProps = {
  title: string
  choices: readonly TemplateChoice[]
  onPreview: (id: string) => void
  onUse: (choice: TemplateChoice) => void
  /** What else can be done with templates of one's own. */
  ownActions?: OwnActions
}

/** Templates of one origin as cards. */
export function TemplateGrid({ title, choices, onPreview, onUse, ownActions }: TemplateGridProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.grid}>
        {choices.map((choice) => (
          <TemplateCard
            key={choice.id}
            choice={choice}
            menu={
              choice.own && ownActions && <OwnTemplateMenu template={choice.own} {...ownActions} />
            }
            onPreview={() => onPreview(choice.id)}
            onUse={() => onUse(choice)}
          />
        ))}
      </ul>
    </section>
  )
}
