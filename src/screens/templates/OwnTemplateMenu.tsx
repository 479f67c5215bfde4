import { Ellipsis } from 'lucide-react'
import type { OwnTemplate } from '#drafts/store/templates.ts'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import styles from './TemplateCard.module.css'
import { saveFile } from '#ui/save-file.ts'
import { writeJson } from '#drafts/file-format/write-draft-file.ts'

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
      name={`More actions for “${template.name}”`}
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

/** Hands a template over as a file of drafts, which can be imported again here or elsewhere. */
export function exportTemplate({ name, place: environment, texts }: OwnTemplate) {
  saveFile(`${fileName(name)}.json`, writeJson([{ name, place: environment, texts }]))
}

/** Every file system takes letters, digits, spaces and hyphens. */
function fileName(name: string) {
  const plain = name.replaceAll(/[^\p{L}\p{N} -]+/gu, ' ').replaceAll(/\s+/g, ' ')
  return plain.trim().slice(0, 80).trim() || 'template'
}
