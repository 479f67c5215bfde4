import { useEffect, useState } from 'react'
import type { Place } from '#contract/place.ts'
import { onSentChange, sentTexts } from '#storage/sent-texts.ts'

/** What was last sent from this browser as the texts of a batch; null when that is not known here. */
export function useSentTexts(place: Place, id: string) {
  const [sent, setSent] = useState(() => sentTexts(place, id))

  // Storage is outside of React, and the form may write to it while this page is already opening.
  useEffect(() => {
    const look = () => setSent(sentTexts(place, id))
    look()
    return onSentChange(look)
  }, [place, id])

  return sent
}
