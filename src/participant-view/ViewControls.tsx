import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { Choice } from '#ui/Choice.tsx'
import { Menu } from '#ui/Menu.tsx'
import styles from './ViewControls.module.css'
import { ViewOptions } from './ViewOptions.tsx'
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
          name={
            inUse === 0 ? 'More ways to look at it' : `More ways to look at it, ${inUse} in use`
          }
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
