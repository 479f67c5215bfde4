import { useEffect, useEffectEvent, useRef } from 'react'
import type { Environment } from '#contract/environment.ts'
import { idFields } from '#drafts/fields.ts'
import { hasEnvironmentIds } from '#drafts/store/draft-texts.ts'
import type { DraftForm } from '#screens/write/fields/form-fields.ts'

/** Why workspace and dataset are empty after a change of place. */
export function leftIdsMessage(environment: Environment) {
  return environment === 'prolific'
    ? 'Your text is kept. Choose a workspace in Prolific; ids from Practice do not exist there.'
    : 'Your text is kept. Choose a workspace in Practice; ids from Prolific do not exist here.'
}

interface OpenDraft {
  form: DraftForm
  /** Changes written content in a way that can be undone. */
  change: (work: () => void) => void
  say: (message: string) => void
}

/** Leaves workspace and dataset behind when the place changes under an open form, and says so. */
export function useEnvironmentChange({ form, change, say }: OpenDraft, environment: Environment) {
  const idsAreOf = useRef(environment)
  const leaveIds = useEffectEvent(() => {
    const had = hasEnvironmentIds(form.getValues())
    const leave = () => {
      for (const field of idFields) form.setValue(field, '')
    }
    if (had) change(leave)
    form.clearErrors([...idFields])
    if (had) say(leftIdsMessage(environment))
  })

  // The place comes from the address, which knows nothing of the form.
  useEffect(() => {
    if (idsAreOf.current === environment) return
    idsAreOf.current = environment
    leaveIds()
  }, [environment])
}
