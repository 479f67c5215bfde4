import { useCallback, useMemo } from 'react'
import { Contained } from '#ui/loading/Contained.tsx'
import { differencesOf, type Difference } from '#html/compare/differences.ts'
import styles from './Comparison.module.css'
import { mergeTexts } from './merge-texts.ts'
import type { RenderedDifferenceProps } from './RenderedDifference.tsx'
import { SourceColumns } from './SourceColumns.tsx'

/** Load it through `RenderedDifference`. */
export function Comparison({ before, after }: RenderedDifferenceProps) {
  const merged = useMemo(() => mergeTexts(before, after), [before, after])

  switch (merged.kind) {
    case 'shown':
      return (
        <div className={styles.comparison}>
          <MergedText fragment={merged.fragment} />
          <details>
            <summary className={styles.summary}>List of differences</summary>
            <Contained name="the list of differences">
              <InWords before={before} after={after} />
            </Contained>
          </details>
        </div>
      )
    case 'alike':
      return (
        <div className={styles.comparison}>
          <p>{before === after ? 'There are no differences.' : 'The words are the same.'}</p>
          <Contained name="the list of differences">
            <InWords before={before} after={after} />
          </Contained>
        </div>
      )
    case 'too-large':
    case 'unread':
      return (
        <div className={styles.comparison}>
          <p>
            {merged.kind === 'too-large'
              ? 'These texts are too long to compare word by word. Here they are as HTML.'
              : 'Part of these texts cannot be read. Here they are as HTML.'}
          </p>
          <SourceColumns before={before} after={after} />
        </div>
      )
  }
}

function MergedText({ fragment }: { fragment: DocumentFragment }) {
  // React does not render these nodes: they were cleaned and put together elsewhere.
  const show = useCallback(
    (sheet: HTMLElement | null) => sheet?.replaceChildren(fragment.cloneNode(true)),
    [fragment],
  )
  return (
    <>
      <p className={styles.legend}>
        <span data-change="added">Added</span> <span data-change="removed">Removed</span>
      </p>
      <div
        ref={show}
        className={styles.sheet}
        translate="no"
        role="group"
        aria-label="Differences"
      />
    </>
  )
}

const kinds: Record<Difference['kind'], string> = {
  lost: 'Removed: ',
  added: 'Added: ',
  changed: '',
}

/** Everything that differs by name: also what is not seen, such as an attribute. */
function InWords({ before, after }: RenderedDifferenceProps) {
  const differences = useMemo(() => differencesOf(before, after), [before, after])
  if (before === after) return null
  if (differences.length === 0) return <p>Only the way the HTML is written differs.</p>
  return (
    <ul className={styles.words}>
      {differences.map(({ kind, what }, at) => (
        <li key={`${at} ${what}`}>
          {kinds[kind]}
          {what}
        </li>
      ))}
    </ul>
  )
}
