import { Ellipsis } from 'lucide-react'
import type { OwnTemplate } from '#storage/templates.ts'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import { exportTemplate } from './export-template.ts'
import styles from './TemplateCard.module.css'

export type OwnActions = {
  onRename: (template: OwnTemplate) => void
  onDelete: (template: OwnTemplate) => void
}

type OwnTemplateMenuProps = OwnActions & { template: OwnTemplate }

/** What can be done with a template of one's own besides using it. */
export function OwnTemplateMenu({ template, onRename, onDelete }: OwnTemplateMenuProps) {
  const items = [
    ['Rename…', onRename],
    ['Export as a file', exportTemplate],
    ['Delete', onDelete],
  ] as const
  return (
    <Menu
      name={`More for “${template.name}”`}
      label={<Ellipsis aria-hidden size={20} />}
      className={styles.more}
    >
      {(close) =>
        items.map(([label, run]) => (
          <button
            key={label}
            type="button"
            className={itemStyles.item}
            onClick={() => {
              close()
              run(template)
            }}
          >
            {label}
          </button>
        ))
      }
    </Menu>
  )
}
