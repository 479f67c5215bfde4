import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { batchDetails, ownReading, readBatch, updateBatch } from '#api/batches.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { TaskDetails } from '#contract/task-details.ts'
import { sameMeaning, sameTexts } from '#screens/batch/stored-texts/texts-of.ts'
import { asSent } from '#drafts/as-sent.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { showUnread, UnreadText } from '#html/parse/unread-text.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { useOnce } from '#ui/use-once.ts'
import type { EditForm } from './use-edit-form.ts'
import type { UseFormReturn } from 'react-hook-form'
import { pathOf, taskTexts } from '#drafts/fields.ts'
import type { TaskTexts } from '#drafts/task-texts.ts'

type TextEditOptions = {
  backend: Backend
  id: string
  edit: EditForm
  /** Called once the texts are known to be stored, or when there was nothing to store. */
  onDone: () => void
}

/**
 * Sends changed texts, at most once for each press, and only on top of the texts that they are a change
 * of: what somebody else stored meanwhile is shown and decided about first. When no clear answer comes,
 * what is stored is looked at; nothing is sent again by itself.
 */
export function useTextEdit({ backend, id, edit, onDone }: TextEditOptions) {
  const client = useQueryClient()
  const update = useMutation(updateBatch(backend, id))
  const query = batchDetails(backend, id)
  const [state, setState] = useState<EditState>({ kind: 'writing' })
  const { once, busy } = useOnce()

  const guarded = (work: () => Promise<unknown>) =>
    once(async () => {
      const stopGuarding = guardLeaving(() => true)
      try {
        await work()
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        setState({ kind: 'not-sent', failure: error.failure })
      } finally {
        stopGuarding()
      }
    })

  /** What is stored now, from the backend itself. Throws ApiError. */
  const look = async () => {
    // Not by the query of the screen: when somebody cancels that, it gives an answer from before.
    const batch = await client.fetchQuery(
      ownReading(backend, (signal) => readBatch(backend, id, signal)),
    )
    client.setQueryData(query.queryKey, batch)
    return batch
  }

  const done = async () => {
    await edit.settle()
    onDone()
  }

  const finish = (mine: TaskDetails) => {
    rememberSent(backend.place, id, mine)
    return done()
  }

  /** Throws ApiError as long as nothing was sent. */
  const send = async (mine: TaskDetails) => {
    const { status, task_details: stored } = await look()
    if (status !== 'UNINITIALISED') return setState({ kind: 'set-up' })
    if (stored && sameTexts(stored, mine)) return finish(mine)
    const expected = edit.getBase()
    if (stored && !sameMeaning(stored, expected)) {
      return setState({ kind: 'theirs', sent: false, expected, theirs: stored })
    }
    try {
      const batch = await update.mutateAsync({ task_details: mine })
      // To be shown at once, but as old: what was stored is only known once it was read back.
      client.setQueryData(query.queryKey, batch, { updatedAt: 0 })
      await finish(mine)
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mayHaveHappened(error.failure)) return settle(error, mine)
      setState({ kind: 'refused', failure: error.failure })
      showRefusedFields(edit.form, error.failure)
    }
  }

  /** Looks what happened to texts that were sent and not clearly answered. */
  const settle = async (error: ApiError, mine: TaskDetails) => {
    try {
      const { task_details: stored } = await look()
      if (!stored) setState({ kind: 'unknown', error, mine })
      else if (sameTexts(stored, mine)) await finish(mine)
      else if (sameTexts(stored, edit.getBase())) setState({ kind: 'not-saved', error })
      else if (sameMeaning(stored, mine)) await finish(mine)
      else setState({ kind: 'theirs', sent: true, expected: mine, theirs: stored })
    } catch {
      setState({ kind: 'unknown', error, mine })
    }
  }

  const checked = (use: (mine: TaskDetails) => Promise<unknown> | void) => {
    const unread = edit.flush()
    if (unread.length > 0) return Promise.resolve(showUnread(edit.form.setError, unread))
    return edit.form.handleSubmit((texts) => {
      const written = toTaskDetails(texts)
      try {
        // What nobody changed is not cleaned either: it is not ours.
        return use(sameTexts(edit.getBase(), written) ? written : asSent(texts))
      } catch (error) {
        if (!(error instanceof UnreadText)) throw error
        return showUnread(edit.form.setError, [error.text])
      }
    })()
  }

  const blocked = state.kind === 'unknown' || state.kind === 'theirs' || state.kind === 'set-up'

  return {
    state,
    busy,
    /** Something has to be decided or looked at before anything more may be sent. */
    blocked,
    save: async () => {
      if (blocked) return
      await guarded(() =>
        checked((mine) => {
          const before = edit.getBase()
          if (sameTexts(before, mine)) return done()
          if (backend.place === 'practice') return send(mine)
          setState({ kind: 'confirming', before, mine })
        }),
      )
    },
    confirm: (mine: TaskDetails) => {
      setState({ kind: 'writing' })
      return guarded(() => send(mine))
    },
    /** Stores what is in the form on top of texts that have been seen now. */
    replace: (theirs: TaskDetails) => {
      edit.setBase(theirs)
      setState({ kind: 'writing' })
      return guarded(() => checked(send))
    },
    lookAgain: (error: ApiError, mine: TaskDetails) => guarded(() => settle(error, mine)),
    /** Lets the last outcome go. */
    goBack: () => setState({ kind: 'writing' }),
  }
}

/** How far a change of stored texts has come. */
export type EditState =
  | { kind: 'writing' }
  /** Shown once more before it goes to an environment that is not for practice. */
  | { kind: 'confirming'; before: TaskDetails; mine: TaskDetails }
  /** What is stored is neither what the change began from (`sent` false) nor what was sent. */
  | { kind: 'theirs'; sent: boolean; expected: TaskDetails; theirs: TaskDetails }
  /** The batch was set up meanwhile. Nothing was sent. */
  | { kind: 'set-up' }
  /** What is stored could not be looked at first. Nothing was sent. */
  | { kind: 'not-sent'; failure: ApiFailure }
  | { kind: 'refused'; failure: ApiFailure }
  /** No clear answer came, and what is stored could not be read since. */
  | { kind: 'unknown'; error: ApiError; mine: TaskDetails }
  /** No clear answer came, and the texts of before are still stored. */
  | { kind: 'not-saved'; error: ApiError }

/** Puts what a backend has against single texts under their fields, in its own words. */
function showRefusedFields(form: UseFormReturn<TaskTexts>, failure: ApiFailure) {
  if (failure.kind !== 'rejected') return
  for (const field of taskTexts) {
    const messages = failure.fields[pathOf(field).join('.')]
    if (!messages) continue
    const message = messages.join(' ') || 'Refused, without a reason.'
    form.setError(field, { type: 'server', message })
  }
}
