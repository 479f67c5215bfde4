import { useId, useState } from 'react'
import { counted } from '#ui/counted.ts'
import { Button } from '#ui/Button.tsx'
import control from '#ui/control.module.css'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { pastedLines } from '#questions/fields/choice-options.ts'
import fields from '#questions/fields/fields.module.css'
import { SelectField } from '#questions/fields/SelectField.tsx'
import {
  firstEnds,
  pointsOfWords,
  presetOf,
  presets,
  type Point,
} from '#questions/scale/presets.ts'
import { readScale, writeScale, type Scale } from '#questions/scale/rating-scale.ts'
import { actAndFocus, useBuilder } from '#questions/builder/state/builder-context.ts'
import type { ScaleWish } from '#questions/builder/state/builder-state.ts'
import styles from '#questions/builder/builder.module.css'

const OWN = 'own'
const CANNOT_SAY: Point = { value: 'cannot_say', label: 'Cannot say' }

/** A rating scale: statements, and the steps on which each of them is rated. */
export function ScaleDialog({ wish }: { wish: ScaleWish }) {
  const { store } = useBuilder()
  const [before] = useState(() => ('at' in wish ? scaleAt(wish, store.get().pages) : null))
  const start = startOf(before)
  const [leadIn, setLeadIn] = useState(before?.leadIn ?? '')
  const [statements, setStatements] = useState(before?.statements.join('\n') ?? '')
  const [presetId, setPresetId] = useState(start.presetId)
  const [ends, setEnds] = useState(start.ends)
  const [own, setOwn] = useState(start.own)
  const [wayOut, setWayOut] = useState(start.wayOut)
  const ids = { leadIn: useId(), statements: useId(), own: useId(), low: useId(), high: useId() }

  const preset = presets.find(({ id }) => id === presetId)
  const points = preset?.points(ends) ?? pointsOfWords(pastedLines(own))
  const scale: Scale = {
    leadIn,
    statements: pastedLines(statements),
    points: wayOut === null ? points : [...points, wayOut],
  }
  const count = scale.statements.length
  const missing =
    count === 0
      ? 'Write at least one statement.'
      : points.length < 2
        ? 'Write at least two steps of the scale.'
        : null
  const [isAsked, setAsked] = useState(false)

  const save = (from: Element) => {
    setAsked(true)
    if (missing !== null) return
    const items = writeScale(scale)
    actAndFocus(from, () => {
      if ('adding' in wish) return store.add(wish.adding, items)
      store.exchange(wish.at, wish.length, items)
      return wish.at
    })
  }
  return (
    <Dialog
      title="Rating scale"
      onClose={() => store.startScale(null)}
      actions={
        <>
          <Button kind="primary" onClick={({ currentTarget }) => save(currentTarget)}>
            {'at' in wish
              ? 'Save the scale'
              : count > 0
                ? `Add ${counted(count, 'question')}`
                : 'Add'}
          </Button>
          <Button onClick={() => store.startScale(null)}>Cancel</Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <Field id={ids.leadIn} label="Text above" optional>
          <input
            id={ids.leadIn}
            className={control.control}
            placeholder="How much do you agree?"
            value={leadIn}
            onChange={({ target }) => setLeadIn(target.value)}
          />
        </Field>
        <Field
          id={ids.statements}
          label="Statements"
          help="One on each line. Each becomes a question with choices, because Prolific has no grid."
          error={isAsked && count === 0 ? (missing ?? undefined) : undefined}
        >
          <textarea
            id={ids.statements}
            className={control.control}
            rows={4}
            placeholder={'The text is clear.\nThe text is complete.'}
            value={statements}
            aria-describedby={describedBy(ids.statements, {
              help: true,
              error: isAsked && count === 0,
            })}
            onChange={({ target }) => setStatements(target.value)}
          />
        </Field>
        <SelectField
          label="Scale"
          value={presetId}
          options={[
            ...presets.map(({ id, name }) => ({ value: id, label: name })),
            { value: OWN, label: 'Your own' },
          ]}
          onChange={(next) => {
            if (next === OWN) setOwn(points.map(({ label }) => label).join('\n'))
            setPresetId(next)
          }}
        />
        {preset?.hasEnds && (
          <div className={fields.row}>
            <Field id={ids.low} label="Lowest end">
              <input
                id={ids.low}
                className={control.control}
                value={ends.low}
                onChange={({ target }) => setEnds({ ...ends, low: target.value })}
              />
            </Field>
            <Field id={ids.high} label="Highest end">
              <input
                id={ids.high}
                className={control.control}
                value={ends.high}
                onChange={({ target }) => setEnds({ ...ends, high: target.value })}
              />
            </Field>
          </div>
        )}
        {presetId === OWN && (
          <Field
            id={ids.own}
            label="Steps"
            help="One on each line, from the lowest to the highest. They are stored as 1, 2, 3, …"
            error={isAsked && points.length < 2 ? (missing ?? undefined) : undefined}
          >
            <textarea
              id={ids.own}
              className={control.control}
              rows={5}
              value={own}
              aria-describedby={describedBy(ids.own, { help: true })}
              onChange={({ target }) => setOwn(target.value)}
            />
          </Field>
        )}
        <label className={fields.tick}>
          <input
            type="checkbox"
            checked={wayOut !== null}
            onChange={({ target }) => setWayOut(target.checked ? CANNOT_SAY : null)}
          />
          Add “{wayOut?.label ?? CANNOT_SAY.label}” as the last choice
        </label>
        <p className={styles.quiet}>
          Participants see: {scale.points.map(({ label }) => label).join(' · ')}
        </p>
      </div>
    </Dialog>
  )
}

/** What the fields begin with. */
function startOf(scale: Scale | null) {
  const points = scale?.points ?? []
  const wayOut = points.find(({ value }) => value === CANNOT_SAY.value) ?? null
  const steps = points.filter((point) => point !== wayOut)
  const known = presetOf(steps)
  return {
    presetId: known?.preset.id ?? (scale ? OWN : (presets[0]?.id ?? OWN)),
    ends: known?.ends ?? firstEnds,
    own: steps.map(({ label }) => label).join('\n'),
    wayOut,
  }
}

function scaleAt(
  wish: Extract<ScaleWish, { at: unknown }>,
  pages: ReturnType<ReturnType<typeof useBuilder>['store']['get']>['pages'],
): Scale | null {
  const { at, length } = wish
  const items = pages?.[at.page]?.rows[at.row]?.columns[at.column]?.items
  return readScale(items?.slice(at.item, at.item + length) ?? [])
}
