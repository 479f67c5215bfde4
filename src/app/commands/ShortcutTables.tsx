import { Fragment } from 'react'
import { shownKeys } from '#ui/commands.ts'
import styles from './ShortcutTables.module.css'

/** The keys of this app by where they work; none but Tab is one of the browser's own there. */
const shortcuts: readonly { where: string; keys: readonly Shortcut[] }[] = [
  {
    where: 'Everywhere',
    keys: [
      ['All commands', 'Mod-K'],
      ['Keyboard shortcuts', '?'],
      ['Close a dialog or menu', 'Esc'],
    ],
  },
  {
    where: 'While you write a batch',
    keys: [['Create the batch', 'Mod-Enter']],
  },
  {
    where: 'In the introduction and the steps',
    keys: [
      ['Bold', 'Mod-B'],
      ['Italic', 'Mod-I'],
      ['Underline', 'Mod-U'],
      ['Link', 'Mod-K'],
      ['Title, subtitle', 'Mod-Alt-1, Mod-Alt-2'],
      ['Numbered list', 'Mod-Shift-7'],
      ['Bulleted list', 'Mod-Shift-8'],
      ['Next or previous cell of a table', 'Tab, Shift-Tab'],
      ['Undo', 'Mod-Z'],
      ['Redo', 'Mod-Shift-Z'],
      ['Go to the toolbar', 'Alt-F10'],
    ],
  },
]

/** Every shortcut, by where it works. */
export function ShortcutTables() {
  return (
    <>
      {shortcuts.map(({ where, keys }) => (
        <table key={where} className={styles.keys}>
          <caption>{where}</caption>
          <tbody>
            {keys.map(([what, written]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>
                  {written.split(', ').map((each, index) => (
                    <Fragment key={each}>
                      {index > 0 && ', '}
                      <kbd>{shownKeys(each)}</kbd>
                    </Fragment>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

type Shortcut = readonly [what: string, keys: string]
