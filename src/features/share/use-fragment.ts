import { useEffect, useState } from 'react'
import { isFragment } from '#handing-on/share-link.ts'

/**
 * The part of the address behind the `#` that holds a draft; '' for none. Another link that is pasted
 * into the same tab counts, a jump within the page does not.
 */
export function useFragment() {
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
