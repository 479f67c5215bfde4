import type { ProfileName } from '#html/profile/profile-names.ts'
import { keptWords } from './participant-texts.ts'

/** How wide the page is on each, in CSS pixels: common sizes, held upright. */
export const WIDTHS: Readonly<Record<Device, number>> = { phone: 390, tablet: 768, computer: 1024 }

/** The devices as choices, in the order of their size. */
export const devices = [
  { value: 'phone', label: 'Phone' },
  { value: 'tablet', label: 'Tablet' },
  { value: 'computer', label: 'Computer' },
] as const

/** A way to look at the page that can be combined with others. */
export interface ViewOption {
  /** Its name in the settings. */
  name: 'zoomed' | 'dark' | 'rightToLeft' | 'asKept'
  label: string
  help: string
}

/** How the page is drawn, whatever is on it. */
export const drawingOptions: readonly ViewOption[] = [
  {
    name: 'zoomed',
    label: '200% zoom',
    help: 'As in a browser zoomed to twice the size.',
  },
  { name: 'dark', label: 'Dark', help: 'As in a browser set to dark mode.' },
  { name: 'rightToLeft', label: 'Right to left', help: 'As on a page in Arabic or Hebrew.' },
]

/** All there are, where `keeps` is the profile whose part of the texts can be shown alone. */
export function viewOptions(keeps: ProfileName | null): readonly ViewOption[] {
  const label = keeps && keptWords[keeps]
  if (!label) return drawingOptions
  const help = 'Other formatting is removed. Its words are kept.'
  return [...drawingOptions, { name: 'asKept', label, help }]
}

/** What participants read on. */
export type Device = 'phone' | 'tablet' | 'computer'
