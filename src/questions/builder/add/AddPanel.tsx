import { ClipboardPaste, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { firstValueOf } from '#contract/questions/columns-in-words.ts'
import { isContentBlock, type BatchItem } from '#contract/questions/question-item.ts'
import { kinds } from '#questions/kinds/facts-of.ts'
import { itemsOf } from '#questions/layout/read-layout.ts'
import type { Position } from '#contract/questions/layout-items.ts'
import { textOf } from '#questions/checks/finding.ts'
import { actAndFocus, useBuilder, useShown } from '#questions/builder/state/builder-context.ts'
import { keyOfAdding, type Adding } from '#questions/builder/state/builder-state.ts'
import styles from '#questions/builder/builder.module.css'
import { focusForm } from '#questions/builder/state/focus-form.ts'
import { kindFormOf, ScaleIcon } from '#questions/builder/kind-forms.ts'

type AddPanelProps = {
  adding: Adding
  /** When the page is shown: the ones before and after the items hold text and pictures only. */
  position: Position
}

/** Everything that can be added in a place. */
export function AddPanel({ adding, position }: AddPanelProps) {
  const { store, columns, firstValues } = useBuilder()
  const title = useId()
  const panel = useRef<HTMLDivElement>(null)
  const pages = useShown(store, (state) => state.pages) ?? []
  const shown = new Set(itemsOf(pages).map(({ item }) => textOf(item, 'field')))
  const here = 'gap' in adding ? pages[adding.gap.page] : undefined
  const onPage = new Set(itemsOf(here ? [here] : []).map(({ item }) => textOf(item, 'field')))
  const free = (columns ?? []).filter((column) => !onPage.has(column))
  const inOrder = [
    ...free.filter((one) => !shown.has(one)),
    ...free.filter((one) => shown.has(one)),
  ]
  const offered = kinds.filter(
    ({ type }) =>
      (position === 'body' || isContentBlock({ type })) &&
      (type !== 'dataset_field' || !columns || columns.length === 0),
  )

  const valueOf = (name: string) => {
    const column = firstValues.find(({ key }) => key === name)
    return column ? firstValueOf(column) : null
  }

  const close = () => {
    const root = panel.current?.closest('[data-builder]')
    flushSync(() => store.startAdding(null))
    root?.querySelector<HTMLElement>(`[data-gap="${keyOfAdding(adding)}"]`)?.focus()
  }
  const add = (item: BatchItem) => (event: { currentTarget: Element }) => {
    // A column is complete as soon as it is there.
    if (item.type === 'dataset_field' && item.field !== '') {
      actAndFocus(event.currentTarget, () => store.add(adding, [item]))
    } else focusForm(event.currentTarget, () => store.add(adding, [item], true))
  }
  const ColumnIcon = kindFormOf('dataset_field').icon
  return (
    <div
      ref={panel}
      data-add
      role="group"
      aria-labelledby={title}
      className={styles.addPanel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <div className={styles.addHead}>
        <h4 id={title}>Add</h4>
        <button type="button" className={styles.close} aria-label="Close" onClick={close}>
          <X aria-hidden size={18} />
        </button>
      </div>
      {position === 'body' && inOrder.length > 0 && (
        <div className={styles.choices}>
          {inOrder.map((column) => (
            <button
              key={column}
              type="button"
              data-kind
              className={styles.kind}
              onClick={add({ type: 'dataset_field', field: column })}
            >
              <ColumnIcon aria-hidden size={18} />
              <span>
                Column “{column}”
                {valueOf(column) !== null && (
                  <small className={styles.firstValue} dir="auto">
                    {valueOf(column)}
                  </small>
                )}
                <small>{shown.has(column) ? 'on another page already' : 'dataset_field'}</small>
              </span>
            </button>
          ))}
        </div>
      )}
      <div className={styles.choices}>
        {position === 'body' && (
          <button
            type="button"
            data-kind
            className={styles.kind}
            onClick={() => store.startScale({ adding })}
          >
            <ScaleIcon aria-hidden size={18} />
            <span>
              Rating scale…<small>one multiple_choice for each statement</small>
            </span>
          </button>
        )}
        {position === 'body' && (
          <button
            type="button"
            data-kind
            className={styles.kind}
            onClick={() => store.startPasting(adding)}
          >
            <ClipboardPaste aria-hidden size={18} />
            <span>
              Paste questions…<small>from Word, Excel, a survey tool or JSON</small>
            </span>
          </button>
        )}
        {offered.map(({ type, name, note, fresh }) => {
          const { icon: Icon } = kindFormOf(type)
          return (
            <button
              key={type}
              type="button"
              data-kind
              className={styles.kind}
              onClick={add(fresh())}
            >
              <Icon aria-hidden size={18} />
              <span>
                {name}
                <small>{note ?? type}</small>
              </span>
            </button>
          )
        })}
      </div>
    </div>
  )
}
