import { CircleAlert, GripVertical, Lightbulb } from 'lucide-react'
import { memo, useId, type KeyboardEvent } from 'react'
import type { ItemAddress } from '#questions/layout/address.ts'
import { typeOf } from '#questions/layout/read-layout.ts'
import { describeQuestion } from '#questions/words/describe-question.ts'
import { Button } from '#ui/Button.tsx'
import { actAndFocus, useBuilder, useShown } from '#questions/builder/state/builder-context.ts'
import { keyOf } from '#questions/builder/state/builder-state.ts'
import type { BuilderStore } from '#questions/builder/state/builder-store.ts'
import styles from './builder.module.css'
import drag from '#questions/builder/drag/drag.module.css'
import { dragByHandle } from '#questions/builder/drag/drag-cards.ts'
import { focusAdding, focusForm } from '#questions/builder/state/focus-form.ts'
import { ItemForm } from './ItemForm.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import type { ItemProblem } from '#questions/builder/state/item-problems.ts'
import { kindFormOf } from './kind-forms.ts'
import { placeInWords } from '#questions/builder/state/place-in-words.ts'

type ItemCardProps = ItemAddress & {
  /** What is written there, of any shape. */
  value: unknown
  problems: readonly ItemProblem[] | undefined
  notes: readonly string[] | undefined
  /** Whether the form was sent with something wrong in the questions. */
  invalid: boolean
}

/** One thing on a page, in words; its form opens in its place. */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { value, problems = [], notes = [], invalid, page, row, column, item } = props
  const { store } = useBuilder()
  const at = { page, row, column, item }
  const key = keyOf(at)
  const isOpen = useShown(store, ({ open }) => open !== null && keyOf(open) === key)
  const label = useShown(store, ({ pages }) => (pages ? placeInWords(pages, at) : ''))
  const problemsId = useId()
  const { icon: Icon } = kindFormOf(typeOf(value))
  const { kind, words, details } = describeQuestion(value)
  // Whoever is still writing is told later.
  const told = isOpen && !invalid ? [] : problems

  const toggle = (from: Element) => {
    if (isOpen) actAndFocus(from, () => closed(at))
    else focusForm(from, () => opened(at))
  }
  const opened = (address: ItemAddress) => {
    store.open(address)
    return address
  }
  const closed = (address: ItemAddress) => {
    store.open(null)
    return address
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const from = event.currentTarget
    const act = actionOf(event, at, store)
    if (act) {
      event.preventDefault()
      actAndFocus(from, act)
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      addBelow(from)
    } else if (!event.altKey && !event.ctrlKey && !event.metaKey) {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
      if (step === undefined) return
      event.preventDefault()
      neighbor(from, step)?.focus()
    }
  }
  const addBelow = (from: Element) => {
    focusAdding(from, () => store.startAdding({ gap: { page, row: row + 1 } }))
  }

  return (
    <article
      className={styles.card}
      data-open={isOpen || undefined}
      data-invalid={told.length > 0 || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return
        event.stopPropagation()
        toggle(event.currentTarget)
      }}
    >
      <div className={styles.cardHead}>
        <span ref={dragByHandle} className={drag.handle} title="Drag to move" aria-hidden>
          <GripVertical size={16} />
        </span>
        <button
          type="button"
          className={styles.face}
          data-card={key}
          aria-expanded={isOpen}
          aria-describedby={told.length > 0 ? problemsId : undefined}
          onClick={({ currentTarget }) => toggle(currentTarget)}
          onKeyDown={onKeyDown}
        >
          <span className={styles.kindLine}>
            <Icon aria-hidden size={16} />
            {kind}
            <span className="visually-hidden">, {label}.</span>
          </span>
          <span className={styles.words} dir="auto">
            {words}
          </span>
          {!isOpen &&
            details.map(([term, values]) => (
              <span key={term} className={styles.detail}>
                {term}: {values.join(' · ')}
              </span>
            ))}
        </button>
        <ItemMenu at={at} value={value} />
      </div>
      {told.length > 0 && (
        <ul id={problemsId} className={styles.problems}>
          {told.map(({ message, remedy }) => (
            <li key={message}>
              <CircleAlert aria-hidden size={16} />
              <span>
                {message}{' '}
                {remedy && (
                  <Button
                    kind="quiet"
                    onClick={({ currentTarget }) =>
                      actAndFocus(currentTarget, () => {
                        store.update(at, remedy.members)
                        return at
                      })
                    }
                  >
                    {remedy.label}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!isOpen &&
        notes.map((sentence) => (
          <p key={sentence} className={styles.note}>
            <Lightbulb aria-hidden size={16} />
            {sentence}
          </p>
        ))}
      {isOpen && (
        <div className={styles.form} data-form={key}>
          <ItemForm at={at} value={value} />
          <div>
            <Button onClick={({ currentTarget }) => toggle(currentTarget)}>Done</Button>
          </div>
        </div>
      )}
    </article>
  )
})

/** What a key does to the item of a card; undefined for a key that does nothing to it. */
function actionOf(event: KeyboardEvent, at: ItemAddress, store: BuilderStore) {
  const { key, altKey, ctrlKey, metaKey } = event
  if (altKey && !ctrlKey && !metaKey) {
    if (key === 'ArrowUp') return () => store.step(at, -1)
    if (key === 'ArrowDown') return () => store.step(at, 1)
    if (key === 'ArrowRight') return () => store.beside(at)
    if (key === 'ArrowLeft') return () => store.full(at)
  }
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'd') return () => store.duplicate(at)
  return key === 'Delete' ? () => store.remove(at) : undefined
}

/** The card before or after a card, in reading order. */
function neighbor(card: HTMLElement, step: number) {
  const cards = [
    ...(card.closest('[data-builder]')?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
  ]
  return cards[cards.indexOf(card) + step]
}
