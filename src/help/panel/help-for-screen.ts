import type { HelpTarget } from '#help/help-page.ts'

const START: HelpTarget = { page: 'start', anchor: '' }

/** What belongs to a screen, by the part of its address after the environment. */
const byScreen: readonly [screen: RegExp, help: HelpTarget][] = [
  [/^new$/, { page: 'writing', anchor: '' }],
  [/^data$/, { page: 'data', anchor: '' }],
  [/^drafts$/, { page: 'writing', anchor: 'drafts' }],
  [/^(?:templates|import)$/, { page: 'writing', anchor: 'start-from-something' }],
  [/^(?:shared|record)$/, { page: 'writing', anchor: 'share-a-task' }],
  [/^batches$/, { page: 'start', anchor: 'follow-a-batch' }],
  [
    /^batches\/[^/]+\/edit$/,
    { page: 'sending-and-safety', anchor: 'change-a-batch-before-set-up' },
  ],
]

/** The place in the manual that is about the screen at a path. */
export function helpForScreen(path: string): HelpTarget {
  const [, environment, screen = ''] = /^\/([^/]+)\/(.+?)\/*$/.exec(path) ?? []
  const known = byScreen.find(([pattern]) => pattern.test(screen))
  if (known) return known[1]
  if (!/^batches\/[^/]+$/.test(screen)) return START
  return environment === 'practice'
    ? { page: 'practice', anchor: '' }
    : { page: 'sending-and-safety', anchor: '' }
}

/** Every place that `helpForScreen` can name. */
export const helpTargets: readonly HelpTarget[] = [
  START,
  ...byScreen.map(([, help]) => help),
  helpForScreen('/practice/batches/b1'),
  helpForScreen('/prolific/batches/b1'),
]
