const risks = new Set<() => boolean>()

/**
 * Has the browser ask before the page is left while `atRisk` says that something would be lost or is
 * under way. It is asked at that moment only. Returns how to stop.
 */
export function guardLeaving(atRisk: () => boolean) {
  risks.add(atRisk)
  if (risks.size === 1) addEventListener('beforeunload', ask)
  return () => {
    risks.delete(atRisk)
    if (risks.size === 0) removeEventListener('beforeunload', ask)
  }
}

function ask(event: BeforeUnloadEvent) {
  // All of them, because being asked is also the occasion to save.
  const answers = [...risks].map((atRisk) => atRisk())
  if (answers.includes(true)) event.preventDefault()
}
