import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Choice } from '#ui/forms/Choice.tsx'
import { Menu } from '#ui/Menu.tsx'
import styles from './ViewControls.module.css'
import type { ViewOption } from './view-options.ts'
import type { ChangeSettings, ViewSettings } from './view-settings.ts'

type ViewControlsProps<Name extends string> = {
  devices: readonly { value: Name; label: string }[]
  device: Name
  onDevice: (device: Name) => void
  options: readonly ViewOption[]
  settings: ViewSettings
  onChange: ChangeSettings
  /** Whether all of it fits into one row. */
  isRoomy?: boolean
  /** What ends the row. */
  children: ReactNode
}

/** One row: the devices first, the other ways to look at the page beside them or under More. */
export function ViewControls<Name extends string>({
  devices,
  device,
  onDevice,
  options,
  settings,
  onChange,
  isRoomy = false,
  children,
}: ViewControlsProps<Name>) {
  const inUse = options.filter(({ name }) => settings[name]).length
  const boxes = (
    <ViewOptions options={options} settings={settings} onChange={onChange} inRow={isRoomy} />
  )

  return (
    <div className={styles.row}>
      <Choice label="Shown on" options={devices} value={device} onChange={onDevice} />
      {isRoomy ? (
        boxes
      ) : (
        <Menu
          className={styles.more}
          name={inUse === 0 ? 'More view options' : `More view options, ${inUse} on`}
          label={
            <>
              <SlidersHorizontal aria-hidden size={16} />
              <span className={styles.word}>More</span>
              {inUse > 0 && <span className={styles.count}>{inUse}</span>}
            </>
          }
        >
          {() => boxes}
        </Menu>
      )}
      <div className={styles.end}>{children}</div>
    </div>
  )
}

type ViewOptionsProps = {
  options: readonly ViewOption[]
  settings: ViewSettings
  onChange: ChangeSettings
  /** Side by side, without a line of help under each. */
  inRow?: boolean
}

/** The ways to look at the page that can be combined, as boxes to tick. */
function ViewOptions({ options, settings, onChange, inRow = false }: ViewOptionsProps) {
  const id = useId()

  return (
    <fieldset className={styles.options} data-in-row={inRow || undefined}>
      <legend className="visually-hidden">View options</legend>
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
