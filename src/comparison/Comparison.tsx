import { useCallback, useMemo } from 'react'
import styles from './Comparison.module.css'
import { mergeTexts } from './merge-texts.ts'
import type { RenderedDifferenceProps } from './RenderedDifference.tsx'
import { SourceColumns } from './SourceColumns.tsx'

/** Load it through `RenderedDifference`. */
export function Comparison({ before, after }: RenderedDifferenceProps) {
  const merged = useMemo(() => mergeTexts(before, after), [before, after])

  switch (merged.kind) {
    case 'shown':
      return <MergedText fragment={merged.fragment} />
    case 'alike':
      return before === after ? (
        <p>There is no difference.</p>
      ) : (
        <p>Both look the same to participants. Only the HTML is written differently.</p>
      )
    case 'too-large':
      return (
        <>
          <p>These texts are too long to be compared word by word. Here they are as HTML.</p>
          <SourceColumns before={before} after={after} />
        </>
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
    <div className={styles.merged}>
      <p className={styles.legend}>
        <ins data-change="added">Added</ins> <del data-change="removed">Removed</del>
      </p>
      <div ref={show} className={styles.sheet} role="group" aria-label="What differs" />
    </div>
  )
}
