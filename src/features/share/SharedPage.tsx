import { useQuery } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import type { Place } from '#contract/place.ts'
import { readFragment } from '#handing-on/share-link.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { NoDraftInLink } from './NoDraftInLink.tsx'
import { SharedDraft } from './SharedDraft.tsx'
import styles from './SharedPage.module.css'
import { useFragment } from './use-fragment.ts'

type SharedPageProps = { place: Place; backend: Backend | undefined }

/** `/<place>/shared#draft=…`: a task that somebody handed on as a link, to look at and to take over. */
export function SharedPage({ place, backend }: SharedPageProps) {
  const fragment = useFragment()
  const { data } = useQuery({
    queryKey: ['shared', fragment],
    queryFn: () => readFragment(fragment),
    // Nothing is asked of a server, and the same link always holds the same.
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

  return (
    <main className={styles.page}>
      <title>Shared task – Batch Composer</title>
      {!data && <Skeleton label="Opening the link" height={480} />}
      {data?.kind === 'draft' && (
        <SharedDraft key={fragment} place={place} backend={backend} draft={data.draft} />
      )}
      {data && data.kind !== 'draft' && <NoDraftInLink place={place} why={data.kind} />}
    </main>
  )
}
