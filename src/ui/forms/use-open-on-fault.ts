import { useState } from 'react'

/**
 * A part of a form that is folded away until somebody opens it, or something in it is at fault. It stays
 * open once that is fixed: somebody is in it. `wasOpen` says whether it ever was, so that what is in it
 * can come with the first time.
 */
export function useOpenOnFault(isAtFault: boolean, openAtFirst = false) {
  const [isOpen, setOpen] = useState(openAtFirst)
  const [wasOpen, setWasOpen] = useState(openAtFirst)
  if (isOpen && !wasOpen) setWasOpen(true)
  const [wasAtFault, setWasAtFault] = useState(false)
  if (isAtFault !== wasAtFault) {
    setWasAtFault(isAtFault)
    if (isAtFault) setOpen(true)
  }
  return { isOpen, setOpen, wasOpen }
}
