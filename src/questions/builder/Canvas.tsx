import { useCallback, useMemo, type ReactNode } from 'react'
import { checkQuestionnaire } from '#questions/checks/check-questionnaire.ts'
import { aboutHowLong, secondsPerItem } from '#questions/checks/time-per-item.ts'
import type { LayoutPage } from '#questions/layout/read-layout.ts'
import type { Position } from '#contract/questions/layout-items.ts'
import { AddPanel } from '#questions/builder/add/AddPanel.tsx'
import drag from '#questions/builder/drag/drag.module.css'
import { takeDrops } from '#questions/builder/drag/drag-cards.ts'
import { Later } from '#ui/loading/Later.tsx'
import { useBuilder, useShown } from '#questions/builder/state/builder-context.ts'
import { keyOf } from '#questions/builder/state/builder-state.ts'
import styles from './builder.module.css'
import { focusAdding } from '#questions/builder/state/focus-form.ts'
import { EmptyStart } from '#questions/builder/add/EmptyStart.tsx'
import type { Problems } from '#questions/builder/state/item-problems.ts'
import { PageCard } from './PageCard.tsx'
import { ScaleDialog } from '#questions/builder/add/ScaleDialog.tsx'

/** With the reader of pasted questions. */
const loadPaste = () =>
  import('#questions/builder/add/PasteDialog.tsx').then((module) => module.PasteDialog)

type CanvasProps = {
  pages: readonly LayoutPage[]
  problems: Problems
  invalid: boolean
  starts: ReactNode
}

const positions: readonly { position: Position; label: string }[] = [
  { position: 'intro', label: 'Before the items' },
  { position: 'body', label: 'For each item' },
  { position: 'outro', label: 'After the items' },
]

/** The pages of the questions as cards, with what may be better in them. */
export function Canvas({ pages, problems, invalid, starts }: CanvasProps) {
  const { store, columns } = useBuilder()
  const adding = useShown(store, (state) => state.adding)
  const scale = useShown(store, (state) => state.scale)
  const pasting = useShown(store, (state) => state.pasting)
  const area = useCallback(
    (element: HTMLElement | null) => {
      const line = element?.querySelector<HTMLElement>('[data-drop-line]')
      return element && line ? takeDrops(element, line, store) : undefined
    },
    [store],
  )
  const { notes, general } = useMemo(() => {
    const findings = checkQuestionnaire(pages, columns)
    const byPlace = new Map<string, string[]>()
    for (const { at, sentence } of findings) {
      const key = at === null ? '' : 'item' in at ? keyOf(at) : String(at.page)
      byPlace.set(key, [...(byPlace.get(key) ?? []), sentence])
    }
    return { notes: byPlace, general: byPlace.get('') ?? [] }
  }, [pages, columns])
  const seconds = useMemo(() => secondsPerItem(pages), [pages])

  return (
    <>
      {pages.length === 0 && !adding && <EmptyStart>{starts}</EmptyStart>}
      {pages.length > 0 && (
        <div ref={area} className={drag.pages}>
          {pages.map((page, index) => (
            <PageCard
              key={index}
              index={index}
              page={page}
              count={pages.length}
              number={numberOf(pages, index)}
              problems={problems}
              notes={notes}
              invalid={invalid}
            />
          ))}
          <div data-drop-line className={drag.dropLine} hidden />
        </div>
      )}
      {adding && 'page' in adding && <AddPanel adding={adding} position={adding.page} />}
      {adding && 'gap' in adding && pages.length === 0 && (
        <AddPanel adding={adding} position="body" />
      )}
      {pages.length > 0 && (
        <div className={styles.foot}>
          <p>
            {aboutHowLong(seconds)} for each item <span className={styles.quiet}>(estimate)</span>
          </p>
          {general.map((sentence) => (
            <p key={sentence} className={styles.quiet}>
              {sentence}
            </p>
          ))}
          <div role="group" aria-label="Add a page" className={styles.pageButtons}>
            <span className={styles.quiet}>Add a page</span>
            {positions.map(({ position, label }) => (
              <button
                key={position}
                type="button"
                className={styles.link}
                onClick={({ currentTarget }) =>
                  focusAdding(currentTarget, () => store.startAdding({ page: position }))
                }
              >
                {label}
              </button>
            ))}
          </div>
        </div>
      )}
      {scale && <ScaleDialog wish={scale} />}
      {pasting && (
        <Later load={loadPaste} name="the dialog">
          {(PasteDialog) => <PasteDialog adding={pasting} />}
        </Later>
      )}
    </>
  )
}

/** Which of the pages that are shown for each item it is; null where there is only one of its kind. */
function numberOf(pages: readonly LayoutPage[], index: number) {
  const position = pages[index]?.position
  const alike = pages.filter((page) => page.position === position).length
  if (alike < 2) return null
  return pages.slice(0, index + 1).filter((page) => page.position === position).length
}
