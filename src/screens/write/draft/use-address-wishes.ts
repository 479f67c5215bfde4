import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'wouter'
import { Environment } from '#contract/environment.ts'

export type Wishes = {
  /** The batch to begin from, as its page's link says it: `practice/<id>`. */
  from: { place: Environment; id: string } | null
  /** Removes what the address asked for, once it was done: a reload is not to do it again. */
  fulfil: () => void
}

/**
 * What the address of the form asks for besides the form: `?from=<place>/<id>` begins from a batch,
 * `?rehearse=!429` marks the batch name so that Practice acts out a failure.
 */
export function useAddressWishes(onRehearse: (mark: string) => void): Wishes {
  const [params, setParams] = useSearchParams()
  const rehearse = params.get('rehearse')
  const [fromEnvironment, id] = (params.get('from') ?? '').split('/')
  const place = Environment.safeParse(fromEnvironment)

  const fulfil = () => {
    setParams(
      (before) => {
        before.delete('from')
        before.delete('rehearse')
        return before
      },
      { replace: true },
    )
  }
  const mark = useEffectEvent((fault: string) => {
    fulfil()
    // Gives a fresh draft its address.
    onRehearse(fault)
  })

  // The address is the outside world asking for something once.
  useEffect(() => {
    if (rehearse !== null) mark(rehearse)
  }, [rehearse])

  return { from: place.success && id ? { place: place.data, id } : null, fulfil }
}
