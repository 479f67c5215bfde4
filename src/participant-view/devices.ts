/** What participants read on. */
export type Device = 'phone' | 'tablet' | 'computer'

/** How wide the page is on each, in CSS pixels: common sizes, held upright. */
export const WIDTHS: Readonly<Record<Device, number>> = { phone: 390, tablet: 768, computer: 1024 }

/** The devices as choices, in the order of their size. */
export const devices = [
  { value: 'phone', label: 'Phone' },
  { value: 'tablet', label: 'Tablet' },
  { value: 'computer', label: 'Computer' },
] as const
