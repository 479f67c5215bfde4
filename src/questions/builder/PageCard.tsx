import { Lightbulb } from 'lucide-react'
import { Menu } from '#ui/Menu.tsx'
import menu from '#ui/MenuItem.module.css'
import type { LayoutPage } from '#questions/layout/read-layout.ts'
import { AddGap } from '#questions/builder/add/AddGap.tsx'
import { useBuilder } from '#questions/builder/state/builder-context.ts'
import { keyOf } from '#questions/builder/state/builder-state.ts'
import { focusAdding } from '#questions/builder/state/focus-form.ts'
import styles from './builder.module.css'
import { ItemCard } from './ItemCard.tsx'
import type { Problems } from '#questions/builder/state/item-problems.ts'

type PageCardProps = {
  index: number
  page: LayoutPage
  /** How many pages there are. */
  count: number
  /** Which one it is of those that are shown at the same time; null where it is the only one. */
  number: number | null
  problems: Problems
  /** What may be better, by the place that it is about. */
  notes: ReadonlyMap<string, readonly string[]>
  invalid: boolean
}

const names = { intro: 'Before the items', body: 'For each item', outro: 'After the items' }

/** A page: rows of one or two columns of cards, with a place to add to before, between and after them. */
export function PageCard({ index, page, count, number, problems, notes, invalid }: PageCardProps) {
  const name = `${names[page.position]}${number === null ? '' : ` (${number})`}`
  // What is said of a page as a whole is that it shows nothing of the item.
  const pageNotes = notes.get(String(index)) ?? []
  return (
    <section className={styles.page} aria-label={name} data-page={index}>
      <header className={styles.pageHead}>
        <h3>{name}</h3>
        <PageMenu index={index} count={count} name={name} />
      </header>
      {pageNotes.map((sentence) => (
        <p key={sentence} className={styles.note}>
          <Lightbulb aria-hidden size={16} />
          <span>
            {sentence} <AddColumn page={index} />
          </span>
        </p>
      ))}
      {page.rows.map((row, rowIndex) => (
        <div key={rowIndex}>
          <AddGap adding={{ gap: { page: index, row: rowIndex } }} position={page.position} />
          <div className={styles.row} data-columns={row.columns.length}>
            {row.columns.map((column, columnIndex) => (
              <div key={columnIndex} className={styles.column}>
                {column.items.map((one, itemIndex) => {
                  const at = { page: index, row: rowIndex, column: columnIndex, item: itemIndex }
                  return (
                    <div key={keyOf(at)}>
                      {itemIndex > 0 && <AddGap adding={{ gap: at }} position={page.position} />}
                      <ItemCard
                        {...at}
                        value={one}
                        problems={problems.byItem.get(keyOf(at))}
                        notes={notes.get(keyOf(at))}
                        invalid={invalid}
                      />
                    </div>
                  )
                })}
                {row.columns.length > 1 && (
                  <AddGap
                    adding={{
                      gap: {
                        page: index,
                        row: rowIndex,
                        column: columnIndex,
                        item: column.items.length,
                      },
                    }}
                    position={page.position}
                  />
                )}
              </div>
            ))}
          </div>
        </div>
      ))}
      <AddGap
        adding={{ gap: { page: index, row: page.rows.length } }}
        position={page.position}
        isLast
      />
    </section>
  )
}

/** Opens what can be added at the top of a page: the columns of the data come first there. */
function AddColumn({ page }: { page: number }) {
  const { store } = useBuilder()
  return (
    <button
      type="button"
      className={styles.link}
      onClick={({ currentTarget }) =>
        focusAdding(currentTarget, () => store.startAdding({ gap: { page, row: 0 } }))
      }
    >
      Add a column of your data…
    </button>
  )
}

function PageMenu({ index, count, name }: { index: number; count: number; name: string }) {
  const { store } = useBuilder()
  return (
    <Menu label="" name={`Page: ${name}`} className={styles.more}>
      {(close) => (
        <>
          {index > 0 && (
            <button
              type="button"
              className={menu['item']}
              onClick={() => {
                close()
                store.movePage(index, index - 1)
              }}
            >
              Move the page up
            </button>
          )}
          {index < count - 1 && (
            <button
              type="button"
              className={menu['item']}
              onClick={() => {
                close()
                store.movePage(index, index + 2)
              }}
            >
              Move the page down
            </button>
          )}
          <button
            type="button"
            className={menu['item']}
            onClick={() => {
              close()
              store.removePage(index)
            }}
          >
            Delete the page
          </button>
        </>
      )}
    </Menu>
  )
}
