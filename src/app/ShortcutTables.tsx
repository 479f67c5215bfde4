import { Fragment } from 'react'
import { shownKeys } from '#ui/shortcut.ts'
import styles from './ShortcutTables.module.css'
import { shortcuts } from './shortcuts.ts'

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
