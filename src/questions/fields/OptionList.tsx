import { X } from 'lucide-react'
import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { codeOf, labelOf, pastedLines, relabelled, withNew, type Option } from './choice-options.ts'
import styles from './fields.module.css'

type OptionListProps = {
  /** "Choices", and what one of them is: "Choice". */
  legend: string
  name: string
  options: readonly Option[]
  onChange: (options: Option[]) => void
  /** What a new one has besides its words. */
  extra?: Option
  hasCodes: boolean
  /** Further fields of one option. */
  renderMore?: (option: Option, change: (members: Option) => void, name: string) => ReactNode
  actions?: ReactNode
}

/** One line for each option: Enter adds one, Backspace in an empty one takes it out, pasted lines become options. */
export function OptionList(props: OptionListProps) {
  const { legend, name, options, onChange, extra = {}, hasCodes, renderMore, actions } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const changeAndFocus = (next: Option[], index: number) => {
    flushSync(() => onChange(next))
    const input = list.current?.querySelectorAll<HTMLInputElement>('[data-label]')[index]
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }
  const without = (index: number) => options.filter((_, at) => at !== index)
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    const isEmpty = event.currentTarget.value === ''
    if (
      event.key === 'Enter' &&
      !event.nativeEvent.isComposing &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      event.preventDefault()
      changeAndFocus(withNew(options, index + 1, [''], extra), index + 1)
    } else if (event.key === 'Backspace' && isEmpty && options.length > 1) {
      event.preventDefault()
      changeAndFocus(without(index), Math.max(0, index - 1))
    }
  }
  const onPaste = (index: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    const isEmpty = event.currentTarget.value === ''
    const kept = isEmpty ? without(index) : options
    const start = isEmpty ? index : index + 1
    changeAndFocus(withNew(kept, start, lines, extra), start + lines.length - 1)
  }
  return (
    <fieldset ref={list} className={styles.list}>
      <legend>{legend}</legend>
      {options.map((option, index) => {
        const called = `${name} ${index + 1}`
        const change = (members: Option) =>
          onChange(options.map((one, at) => (at === index ? cleaned({ ...one, ...members }) : one)))
        return (
          <div key={index} className={styles.choice}>
            <div className={styles.inputs}>
              <input
                data-label
                className={control.control}
                aria-label={called}
                placeholder={called}
                value={labelOf(option)}
                onChange={({ target }) => onChange(relabelled(options, index, target.value))}
                onKeyDown={onKeyDown(index)}
                onPaste={onPaste(index)}
              />
              {hasCodes && (
                <input
                  className={`${control.control} ${styles.code}`}
                  aria-label={`Code of ${called.toLowerCase()}`}
                  value={codeOf(option)}
                  onChange={({ target }) => change({ value: target.value })}
                />
              )}
              {renderMore?.(option, change, called)}
            </div>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Remove ${called.toLowerCase()}`}
              disabled={options.length < 2}
              onClick={() => changeAndFocus(without(index), Math.max(0, index - 1))}
            >
              <X aria-hidden size={18} />
            </button>
          </div>
        )
      })}
      <div className={styles.actions}>
        <Button
          onClick={() =>
            changeAndFocus(withNew(options, options.length, [''], extra), options.length)
          }
        >
          Add {name.toLowerCase()}
        </Button>
        {actions}
      </div>
    </fieldset>
  )
}

function cleaned(option: Option): Option {
  return Object.fromEntries(Object.entries(option).filter(([, value]) => value !== undefined))
}
