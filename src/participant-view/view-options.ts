import type { ViewSettings } from './view-settings.ts'

/** Ways to look at the page that can be combined, in the order in which they are offered. */
export const viewOptions = [
  {
    name: 'zoomed',
    label: '200 % zoom',
    help: 'As in a browser that shows everything twice as large.',
  },
  { name: 'dark', label: 'Dark', help: 'As in a browser that is set to dark pages.' },
  { name: 'rightToLeft', label: 'Right to left', help: 'As on a page in Arabic or Hebrew.' },
] as const

/** Those that are in use. */
export function optionsInUse(settings: ViewSettings) {
  return viewOptions.filter(({ name }) => settings[name])
}
