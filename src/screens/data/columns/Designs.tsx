import { useId, useState } from 'react'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import styles from './Designs.module.css'

type DesignsProps = { session: DataSession; state: Ready }

const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1

/** Help with designs that the service itself does not have: each is one change, which can be undone. */
export function Designs({ session, state }: DesignsProps) {
  const headings = state.prepared.headings
  const texts = state.data.recipe.columns.filter(({ use }) => use === 'text')
  const [a, setA] = useState(texts[0]?.heading ?? headings[0] ?? '')
  const [b, setB] = useState(texts[1]?.heading ?? headings[1] ?? '')
  const [most, setMost] = useState('12')
  const id = useId()
  const isPair = a !== b && headings.includes(a) && headings.includes(b)
  const size = Number(most)
  const group = state.data.recipe.columns.find(({ use }) => use === 'task_group_id')
  return (
    <details className={styles.designs}>
      <summary className={styles.summary}>Comparisons, orders and groups</summary>
      <div className={styles.body}>
        <div className={styles.design}>
          <h3>Compare two columns</h3>
          <p className={styles.row}>
            <Pick id={`${id}-a`} label="First" value={a} headings={headings} onChange={setA} />
            <Pick id={`${id}-b`} label="Second" value={b} headings={headings} onChange={setB} />
          </p>
          <p className={styles.row}>
            <Button
              disabled={!isPair || state.busy}
              onClick={() =>
                void session.addStep(
                  { kind: 'side-by-side', a, b, seed: newSeed() },
                  `‘${a}’ and ‘${b}’ now stand side by side.`,
                )
              }
            >
              Side by side, sides shuffled
            </Button>
            <Button
              disabled={!isPair || state.busy}
              onClick={() =>
                void session.addStep(
                  { kind: 'both-orders', a, b },
                  'Every row is there in both orders.',
                )
              }
            >
              Every row in both orders
            </Button>
          </p>
          <p className={styles.quiet}>
            Shuffled sides are drawn once for each row. They add the columns <code>left</code> and{' '}
            <code>right</code> for participants, and the hidden <code>left_is</code> for your
            results. Both orders double the rows.
          </p>
        </div>
        <div className={styles.design}>
          <h3>{group ? 'Split large groups' : 'Make groups'}</h3>
          <p className={styles.row}>
            <label htmlFor={`${id}-most`}>At most</label>
            <input
              id={`${id}-most`}
              className={`${control.control} ${styles.number}`}
              type="number"
              min={1}
              max={1000}
              value={most}
              onChange={(event) => setMost(event.target.value)}
            />
            <span>rows in a group</span>
            <Button
              disabled={!Number.isInteger(size) || size < 1 || state.busy}
              onClick={() =>
                void session.addStep(
                  { kind: 'split-groups', column: group?.heading ?? null, most: size },
                  `The groups now have at most ${size} rows.`,
                )
              }
            >
              {group ? `Split ‘${group.heading}’` : 'Make groups in the order of the rows'}
            </Button>
          </p>
          <p className={styles.quiet}>The same people judge all rows of a group.</p>
        </div>
        <CheckRows session={session} state={state} />
      </div>
    </details>
  )
}

/** Rows whose right answer is known, spread over the groups. */
function CheckRows({ session, state }: DesignsProps) {
  const [cells, setCells] = useState('')
  const [perGroup, setPerGroup] = useState('1')
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const { headings } = state.prepared
  const group = state.data.recipe.columns.find(({ use }) => use === 'task_group_id')
  const add = async () => {
    const rows = await session.ask((service) => service.readCells(cells)).catch(() => [])
    const known = rows.some((row) => headings.some((heading) => row[heading]))
    const count = Number(perGroup)
    if (!known) return setProblem('Paste the rows with the same headings as your data.')
    if (!Number.isInteger(count) || count < 1) return setProblem('Choose at least 1 row a group.')
    setProblem(null)
    setCells('')
    const step = { kind: 'check-rows', perGroup: count, rows, seed: newSeed() } as const
    await session.addStep({ ...step, column: group?.heading ?? null }, 'Check rows were added.')
  }
  return (
    <div className={styles.design}>
      <h3>Add check rows</h3>
      <Field
        id={`${id}-cells`}
        label="Rows whose right answer you know"
        error={problem ?? undefined}
        help={<p>Paste them with the headings of your data. Give them ids of their own.</p>}
      >
        <textarea
          id={`${id}-cells`}
          className={`${control.control} ${styles.cells}`}
          rows={4}
          spellCheck={false}
          value={cells}
          aria-invalid={problem !== null}
          aria-describedby={describedBy(`${id}-cells`, { error: problem !== null, help: true })}
          onChange={(event) => setCells(event.target.value)}
        />
      </Field>
      <p className={styles.row}>
        <label htmlFor={`${id}-count`}>Rows in each group</label>
        <input
          id={`${id}-count`}
          className={`${control.control} ${styles.number}`}
          type="number"
          min={1}
          max={50}
          value={perGroup}
          onChange={(event) => setPerGroup(event.target.value)}
        />
        <Button disabled={state.busy || cells.trim() === ''} onClick={() => void add()}>
          Add check rows
        </Button>
      </p>
      <p className={styles.quiet}>
        They are drawn in turn and put at random places. The hidden column <code>is_check</code>{' '}
        marks them in your results.
      </p>
    </div>
  )
}

type PickProps = {
  id: string
  label: string
  value: string
  headings: readonly string[]
  onChange: (heading: string) => void
}

function Pick({ id, label, value, headings, onChange }: PickProps) {
  return (
    <span className={styles.pick}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={control.control}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {headings.map((heading) => (
          <option key={heading}>{heading}</option>
        ))}
      </select>
    </span>
  )
}
