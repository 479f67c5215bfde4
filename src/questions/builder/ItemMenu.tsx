import { Ellipsis } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { hasMembers } from '#contract/json-value.ts'
import { isContentBlock, isQuestion } from '#contract/questions/question-item.ts'
import { factsOf, kinds } from '#questions/kinds/facts-of.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { refusal } from '#questions/layout/may-hold.ts'
import { widthsOf } from '#questions/layout/move-items.ts'
import { typeOf } from '#questions/layout/read-layout.ts'
import { scaleAround } from '#questions/scale/rating-scale.ts'
import menu from '#ui/MenuItem.module.css'
import { actAndFocus, useBuilder } from '#questions/builder/state/builder-context.ts'
import styles from './builder.module.css'

type ItemMenuProps = { at: ItemAddress; value: unknown }

/** What can be done with an item. Its list is made when it is opened: there may be many cards. */
export function ItemMenu({ at, value }: ItemMenuProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const place = () => {
    if (!button.current || !panel.current) return
    const { top, bottom, right } = button.current.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const upwards = top > clientHeight * 0.55
    panel.current.style.insetBlock = upwards
      ? `auto ${clientHeight - top + 4}px`
      : `${bottom + 4}px auto`
    panel.current.style.insetInline = `auto ${Math.max(8, clientWidth - right)}px`
    panel.current.style.maxHeight = `${(upwards ? top : clientHeight - bottom) - 16}px`
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.more}
        aria-label="More for this card"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => panel.current?.togglePopover()}
      >
        <Ellipsis aria-hidden size={18} />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={styles.menu}
        onBeforeToggle={place}
        onToggle={({ newState }) => flushSync(() => setOpen(newState === 'open'))}
      >
        {isOpen && <MenuList at={at} value={value} close={() => panel.current?.hidePopover()} />}
      </div>
    </>
  )
}

function MenuList({ at, value, close }: ItemMenuProps & { close: () => void }) {
  const { store } = useBuilder()
  const [isTurning, setTurning] = useState(false)
  const { history, pages } = store.get()
  if (!pages) return null
  const type = typeOf(value)
  const { beside, full } = widthsOf(history.present, at)
  const page = pages[at.page]
  const items = page?.rows[at.row]?.columns[at.column]?.items ?? []
  const scale = scaleAround(items, at.item)
  const others = kinds.filter(
    (facts) => facts.type !== type && isQuestion(facts) === isQuestion({ type }) && factsOf(type),
  )
  const act = (name: ReactNode, action: () => ItemAddress | null, keys?: string) => (
    <button
      type="button"
      className={menu['item']}
      onClick={({ currentTarget }) => {
        close()
        actAndFocus(currentTarget, action)
      }}
    >
      <span>{name}</span>
      {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
    </button>
  )
  if (isTurning) {
    return others.map((facts) => (
      <div key={facts.type}>
        {act(facts.name, () => {
          store.turnInto(at, facts)
          return at
        })}
      </div>
    ))
  }
  return (
    <>
      {scale && (
        <button
          type="button"
          className={menu['item']}
          onClick={() => {
            close()
            store.startScale({ at: { ...at, item: scale.start }, length: scale.length })
          }}
        >
          Edit the rating scale…
        </button>
      )}
      {act('Duplicate', () => store.duplicate(at), 'Ctrl+D')}
      {others.length > 0 &&
        hasMembers(value) &&
        page &&
        (page.position === 'body' || isContentBlock({ type })) && (
          <button
            type="button"
            className={menu['item']}
            onClick={({ currentTarget }) => {
              const list = currentTarget.parentElement
              flushSync(() => setTurning(true))
              list?.querySelector('button')?.focus()
            }}
          >
            Turn into…
          </button>
        )}
      {act('Move up', () => store.step(at, -1), 'Alt+↑')}
      {act('Move down', () => store.step(at, 1), 'Alt+↓')}
      {pages.map((other, index) =>
        index === at.page || refusal(other, value) !== null ? null : (
          <div key={index}>{act(`Move to page ${index + 1}`, () => store.toPage(at, index))}</div>
        ),
      )}
      {beside && act('Put beside', () => store.beside(at), 'Alt+→')}
      {full && act('Full width', () => store.full(at), 'Alt+←')}
      {act('Delete', () => store.remove(at), 'Del')}
    </>
  )
}
