import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId } from 'react'
import { DATASET_LIMITS } from '#contract/dataset-schema.ts'
import { isShown } from '#dataset/checks/row-findings.ts'
import { ColumnUse, type RecipeColumn } from '#dataset/recipe.ts'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import control from '#ui/control.module.css'
import { counted } from '#ui/counted.ts'
import styles from './Columns.module.css'
import { Designs } from './Designs.tsx'

/** What becomes of a column, in the words of the screen. */
export const useWords: Readonly<Record<ColumnUse, string>> = {
  text: 'Show as text',
  image_url: 'Show as a picture',
  audio_url: 'Play as audio',
  video_url: 'Play as video',
  metadata: 'Hidden from participants, kept in results',
  task_group_id: 'Rows with the same value stay together',
  left_out: 'Leave out',
}

type ColumnsProps = { session: DataSession; state: Ready }

/** What becomes of each column: what participants see, what only results have, what stays here. */
export function Columns({ session, state }: ColumnsProps) {
  const { recipe } = state.data
  const { groups } = state.prepared
  const change = (heading: string, changes: Partial<RecipeColumn>, words: string) =>
    void session.setColumns(
      (columns) =>
        columns.map((column) => (column.heading === heading ? { ...column, ...changes } : column)),
      words,
    )
  const move = (index: number, by: -1 | 1) => {
    const moved = recipe.columns[index]
    if (!moved) return
    void session.setColumns(
      (columns) => columns.toSpliced(index, 1).toSpliced(index + by, 0, moved),
      `‘${moved.heading}’ is now column ${index + by + 1} of ${recipe.columns.length}.`,
    )
  }
  return (
    <section className={styles.section} aria-labelledby="data-columns">
      <h2 id="data-columns">Choose the columns</h2>
      <p className={styles.quiet}>
        Questions can show the columns that participants see. The others come back with the results.
      </p>
      <ul className={styles.list}>
        {recipe.columns.map((column, index) => (
          <Column
            key={column.heading}
            column={column}
            example={state.prepared.examples[column.heading] ?? ''}
            onChange={(changes, words) => change(column.heading, changes, words)}
            {...(index > 0 && { onUp: () => move(index, -1) })}
            {...(index < recipe.columns.length - 1 && { onDown: () => move(index, 1) })}
          />
        ))}
      </ul>
      {groups && (
        <p>
          {counted(groups.count, 'group')} of rows that stay together
          {groups.sizes.length > 0 && ': '}
          {groups.sizes.map(({ value, rows }) => `${value || 'no value'} (${rows})`).join(', ')}
          {groups.count > groups.sizes.length && ' …'}
        </p>
      )}
      <Designs session={session} state={state} />
    </section>
  )
}

type ColumnProps = {
  column: RecipeColumn
  example: string
  onChange: (changes: Partial<RecipeColumn>, words: string) => void
  onUp?: () => void
  onDown?: () => void
}

function Column({ column, example, onChange, onUp, onDown }: ColumnProps) {
  const { heading, key, label, use } = column
  const id = useId()
  const choose = (chosen: string) => {
    const parsed = ColumnUse.safeParse(chosen)
    if (parsed.success) {
      onChange({ use: parsed.data }, `‘${heading}’: ${useWords[parsed.data]}.`)
    }
  }
  return (
    <li className={styles.column} data-use={use}>
      <div className={styles.about}>
        <h3 className={styles.heading}>{heading}</h3>
        <p className={styles.example} title={example}>
          {example || 'Empty'}
        </p>
      </div>
      <p className={styles.use}>
        <label htmlFor={`${id}-use`} className={styles.label}>
          Use <span className="visually-hidden">of ‘{heading}’</span>
        </label>
        <select
          id={`${id}-use`}
          className={control.control}
          value={use}
          onChange={(event) => choose(event.target.value)}
        >
          {ColumnUse.options.map((option) => (
            <option key={option} value={option}>
              {useWords[option]}
            </option>
          ))}
        </select>
      </p>
      <p className={styles.see}>
        {isShown(use) ? (
          <>
            <label htmlFor={`${id}-label`} className={styles.label}>
              Participants see <span className="visually-hidden">above ‘{heading}’</span>
            </label>
            <input
              key={label}
              id={`${id}-label`}
              className={control.control}
              defaultValue={label}
              maxLength={DATASET_LIMITS.label}
              autoComplete="off"
              onBlur={({ target: { value } }) => {
                if (value !== label)
                  onChange({ label: value }, `‘${heading}’ is shown as ‘${value}’.`)
              }}
            />
          </>
        ) : (
          <span className={styles.quiet}>Participants do not see it.</span>
        )}
        {use !== 'left_out' && (
          <span className={styles.quiet}>
            Field: <code>{key}</code>
          </span>
        )}
      </p>
      <span className={styles.order}>
        <Arrow name={`Move ‘${heading}’ up`} icon={<ArrowUp aria-hidden size={16} />} run={onUp} />
        <Arrow
          name={`Move ‘${heading}’ down`}
          icon={<ArrowDown aria-hidden size={16} />}
          run={onDown}
        />
      </span>
    </li>
  )
}

type ArrowProps = { name: string; icon: React.ReactNode; run: (() => void) | undefined }

function Arrow({ name, icon, run }: ArrowProps) {
  return (
    <button
      type="button"
      className={styles.arrow}
      aria-label={name}
      aria-disabled={!run}
      onClick={run}
    >
      {icon}
    </button>
  )
}
