import { useQuery } from '@tanstack/react-query'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { readFragment, isFragment } from '#share/share-link.ts'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import { NoDraftInLink } from './NoDraftInLink.tsx'
import { SharedDraft } from './SharedDraft.tsx'
import styles from './SharedPage.module.css'
import { useEffect, useState } from 'react'

type SharedPageProps = { environment: Environment; backend: Backend | undefined }

/** `/<environment>/shared#draft=…`: a task that somebody shared as a link, to look at and to continue as a draft. */
export function SharedPage({ environment, backend }: SharedPageProps) {
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
        <SharedDraft
          key={fragment}
          environment={environment}
          backend={backend}
          draft={data.draft}
        />
      )}
      {data && data.kind !== 'draft' && <NoDraftInLink environment={environment} why={data.kind} />}
    </main>
  )
}

/**
 * The part of the address behind the `#` that holds a draft; '' for none. Another link that is pasted
 * into the same tab counts, a jump within the page does not.
 */
function useFragment() {
  const [fragment, setFragment] = useState(location.hash)

  // The address is outside of React, and a change of this part loads no page.
  useEffect(() => {
    const look = () => {
      if (isFragment(location.hash)) setFragment(location.hash)
    }
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])

  return fragment
}
