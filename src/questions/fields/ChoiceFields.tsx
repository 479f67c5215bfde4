import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { labelOf, optionsOf, withNew, type Option } from './choice-options.ts'
import styles from './fields.module.css'
import type { ItemFormProps } from './form-props.ts'
import { NumberField } from './NumberField.tsx'
import { OptionList } from './OptionList.tsx'
import { SelectField } from './SelectField.tsx'

const OTHER = 'Other'

type ChoiceFieldsProps = Pick<ItemFormProps, 'item' | 'set'> & {
  /** What is asked beside the field of a new choice; undefined where choices have no fields. */
  heading?: string
  /** Puts a question right below; undefined where each choice has a field to write in already. */
  addBelow?: ItemFormProps['addBelow']
}

/** The choices of a question, how many of them participants choose, and how they are shown. */
export function ChoiceFields({ item, set, heading, addBelow }: ChoiceFieldsProps) {
  const [hasCodes, setHasCodes] = useState(false)
  const options = optionsOf(item['options'])
  const limit = item['answer_limit']
  const isOne = limit === 1
  const extra: Option = heading === undefined ? {} : { heading }
  const change = (next: readonly Option[]) => {
    const tooMany = typeof limit === 'number' && limit > next.length
    set({ options: next, ...(tooMany && { answer_limit: Math.max(1, next.length) }) })
  }
  const setLimit = (next: number) =>
    set({ answer_limit: next, options: next === 1 ? options.map(notExclusive) : options })
  return (
    <>
      <OptionList
        legend="Choices"
        name="Choice"
        options={options}
        onChange={change}
        extra={extra}
        hasCodes={hasCodes}
        renderMore={(option, changeOption, name) => (
          <>
            {heading !== undefined && (
              <input
                className={control.control}
                aria-label={`What is asked with ${name.toLowerCase()}`}
                placeholder="What to write, such as “Why?”"
                value={typeof option['heading'] === 'string' ? option['heading'] : ''}
                onChange={({ target }) => changeOption({ heading: target.value })}
              />
            )}
            {!isOne && (
              <label className={`${styles.tick} ${styles.exclusive}`}>
                <input
                  type="checkbox"
                  checked={option['exclusive'] === true}
                  onChange={({ target }) =>
                    changeOption({ exclusive: target.checked ? true : undefined })
                  }
                />
                Rules out the others
              </label>
            )}
          </>
        )}
        actions={
          <>
            <Button
              kind="quiet"
              onClick={() => {
                const only = isOne ? extra : { ...extra, exclusive: true }
                change(withNew(options, options.length, ['None of these'], only))
              }}
            >
              Add “None of these”
            </Button>
            {addBelow && !options.some((option) => labelOf(option) === OTHER) && (
              <Button
                kind="quiet"
                title="With a text below it: “If other, what?”"
                onClick={({ currentTarget }) => {
                  const list = currentTarget.closest('fieldset')
                  const next = withNew(options, options.length, [OTHER])
                  const below = { type: 'free_text', description: 'If other, what?' } as const
                  flushSync(() => addBelow({ options: next }, below))
                  list?.querySelectorAll<HTMLElement>('[data-label]')[options.length]?.focus()
                }}
              >
                Add “{OTHER}”
              </Button>
            )}
            <Button kind="quiet" aria-pressed={hasCodes} onClick={() => setHasCodes(!hasCodes)}>
              {hasCodes ? 'Hide codes' : 'Show codes'}
            </Button>
          </>
        }
      />
      {hasCodes && (
        <p className={styles.note}>
          A code is what your results say for a choice. It is made from the words until you write
          your own.
        </p>
      )}
      <div className={styles.row}>
        <SelectField
          label="Participants choose"
          value={isOne ? 'one' : limit === -1 ? 'all' : 'some'}
          options={[
            { value: 'one', label: 'One' },
            { value: 'some', label: 'Up to a number' },
            { value: 'all', label: 'All that apply' },
          ]}
          onChange={(chosen) => {
            if (chosen === 'some') setLimit(Math.min(2, options.length))
            else setLimit(chosen === 'one' ? 1 : -1)
          }}
        />
        {typeof limit === 'number' && limit > 1 && (
          <NumberField
            label="At most"
            value={limit}
            min={2}
            max={options.length}
            onChange={(value) => value !== undefined && setLimit(Math.max(1, Math.round(value)))}
          />
        )}
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={item['disable_dropdown'] === true}
          onChange={({ target }) => set({ disable_dropdown: target.checked ? true : undefined })}
        />
        <span>
          Show all choices at once
          <span className={styles.note}>
            {' '}
            Otherwise Prolific folds five or more into a drop-down list.
          </span>
        </span>
      </label>
    </>
  )
}

function notExclusive({ exclusive: _exclusive, ...option }: Option): Option {
  return option
}
