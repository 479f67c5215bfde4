import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'

/** With the sanitiser, which most pages have no need of before there is something to compare. */
const loadComparison = async () => (await import('./Comparison.tsx')).Comparison

export type RenderedDifferenceProps = { before: string; after: string }

/**
 * Two HTML texts as one, with what was added and what was removed marked where it stands. The texts may
 * be of any origin: nothing in them does or loads anything here.
 */
export function RenderedDifference({ before, after }: RenderedDifferenceProps) {
  return (
    <Later
      load={loadComparison}
      name="the comparison"
      waiting={<Skeleton label="Comparing" height={96} />}
    >
      {(Comparison) => <Comparison before={before} after={after} />}
    </Later>
  )
}
