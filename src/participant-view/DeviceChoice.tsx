import { Choice } from '#ui/Choice.tsx'
import styles from './ParticipantView.module.css'
import type { Device } from './Stage.tsx'

type DeviceChoiceProps = {
  device: Device
  onChange: (device: Device) => void
  scale: number
}

const devices = [
  { value: 'phone', label: 'Phone' },
  { value: 'computer', label: 'Computer' },
] as const

/** The width of the sheet, and how much smaller than life it is shown. */
export function DeviceChoice({ device, onChange, scale }: DeviceChoiceProps) {
  return (
    <div className={styles.devices}>
      <Choice label="Width" options={devices} value={device} onChange={onChange} />
      {scale < 1 && <span className={styles.scale}>{Math.round(scale * 100)} %</span>}
    </div>
  )
}
