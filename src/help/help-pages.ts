import type { HelpPage, HelpTarget } from './help-page.ts'

/** Every file of the manual, read at build time. A new one is a page without being named here. */
const files = import.meta.glob<HelpPage>('/docs/*.md', {
  eager: true,
  query: '?help',
  import: 'page',
})

/** From what everybody needs to what few do; a page that is not named comes last. */
const ORDER = [
  'start',
  'writing',
  'questions',
  'data',
  'practice',
  'sending-and-safety',
  'from-a-program',
  'hosting',
  'settings',
  'promises',
]

const rank = ({ name }: HelpPage) => {
  const at = ORDER.indexOf(name)
  return at === -1 ? ORDER.length : at
}

/** The manual, in the order in which it is read. */
export const manual: readonly HelpPage[] = Object.values(files).toSorted(
  (one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name),
)

/** The page of that name; undefined when there is none. */
export function findPage(name: string): HelpPage | undefined {
  return manual.find((page) => page.name === name)
}

/** Whether the manual has this page and, where the target names one, this heading. */
export function isInManual({ page: name, anchor }: HelpTarget): boolean {
  const page = findPage(name)
  if (!page) return false
  return (
    anchor === '' ||
    page.blocks.some((block) => block.kind === 'heading' && block.anchor === anchor)
  )
}
