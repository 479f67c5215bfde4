import { useId } from 'react'
import type { ViewOption } from './view-options.ts'
import type { ChangeSettings, ViewSettings } from './view-settings.ts'
import styles from './ViewOptions.module.css'

type ViewOptionsProps = {
  options: readonly ViewOption[]
  settings: ViewSettings
  onChange: ChangeSettings
  /** Side by side, without a line of help under each. */
  inRow?: boolean
}

/** The ways to look at the page that can be combined, as boxes to tick. */
export function ViewOptions({ options, settings, onChange, inRow = false }: ViewOptionsProps) {
  const id = useId()

  return (
    <fieldset className={styles.options} data-in-row={inRow || undefined}>
      <legend className="visually-hidden">Ways to look at the page</legend>
      {options.map(({ name, label, help }) => (
        <label key={name} className={styles.option}>
          <input
            type="checkbox"
            aria-labelledby={`${id}-${name}`}
            aria-describedby={inRow ? undefined : `${id}-${name}-help`}
            checked={settings[name]}
            onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })}
          />
          <span>
            <span id={`${id}-${name}`}>{label}</span>
            {!inRow && (
              <span id={`${id}-${name}-help`} className={styles.help}>
                {help}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
