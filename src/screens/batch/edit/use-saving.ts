import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { batchDetails, ownReading, readBatch, updateBatch } from '#api/batches.ts'
import { mayHaveHappened } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { wordIssue } from '#contract/questions/written-questions.ts'
import { sameTexts } from '#screens/batch/stored-texts/texts-of.ts'
import { asSent } from '#drafts/as-sent.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { showUnread, UnreadText } from '#html/parse/unread-text.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { rememberSent } from '#outbox/store/sent-texts.ts'
import { useOnce } from '#ui/use-once.ts'
import {
  asksNothing,
  changedParts,
  changedSince,
  itemsOf,
  removesQuestions,
  storedAsSent,
  storedOtherwise,
  withParts,
  writtenQuestions,
  type BatchContent,
  type Part,
} from './batch-content.ts'
import type { EditedBatch } from './edited-batch.ts'
import type { EditForm } from './use-edit-form.ts'
import type { UseFormReturn } from 'react-hook-form'
import { pathOf, taskTexts } from '#drafts/fields.ts'

type SavingOptions = {
  backend: Backend
  id: string
  edit: EditForm
  /** Called once the change is known to be stored, or when there was nothing to store. */
  onDone: (sent: SentParts) => void
}

/** What was sent of a batch, apart from its texts; null for what was not changed. */
export type SentParts = { questions: readonly unknown[] | null; dataset: string | null }

/**
 * Sends what was changed of a batch and nothing else of it, at most once for each press, and only on top
 * of what it is a change of: what somebody else stored meanwhile is shown and decided about first. When
 * no clear answer comes, what is stored is looked at; nothing is sent again by itself.
 */
export function useSaving({ backend, id, edit, onDone }: SavingOptions) {
  const client = useQueryClient()
  const update = useMutation(updateBatch(backend, id))
  const query = batchDetails(backend, id)
  const [state, setState] = useState<SavingState>({ kind: 'writing' })
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

  const done = async (sent: SentParts) => {
    await edit.settle()
    onDone(sent)
  }

  const finish = (mine: BatchContent, parts: readonly Part[]) => {
    if (parts.includes('texts')) rememberSent(backend.place, id, mine.texts)
    return done({
      questions: parts.includes('questions') ? itemsOf(mine.questions) : null,
      dataset: parts.includes('dataset') ? mine.dataset : null,
    })
  }

  /** Throws ApiError as long as nothing was sent. */
  const send = async (mine: BatchContent) => {
    const batch = await look()
    if (batch.status !== 'UNINITIALISED') return setState({ kind: 'set-up' })
    const expected = edit.getBase()
    const parts = changedParts(expected, mine)
    const stored = withParts(expected, parts, contentOf(batch, expected))
    if (isStored(stored, mine, parts)) return finish(mine, parts)
    const theirs = changedSince(expected, stored)
    if (theirs.length > 0) {
      return setState({ kind: 'theirs', sent: false, parts: theirs, expected, theirs: stored })
    }
    try {
      const updated = await update.mutateAsync({
        ...(parts.includes('texts') && { task_details: mine.texts }),
        ...(parts.includes('questions') && {
          batch_items: mine.questions === '' ? null : itemsOf(mine.questions),
        }),
        ...(parts.includes('dataset') && { dataset_id: mine.dataset }),
      })
      // To be shown at once, but as old: what was stored is only known once it was read back.
      client.setQueryData(query.queryKey, updated, { updatedAt: 0 })
      await finish(mine, parts)
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (mayHaveHappened(error.failure)) return settle(error, mine)
      setState({ kind: 'refused', failure: error.failure })
      showRefusedFields(edit.form, error.failure)
    }
  }

  /** Looks what happened to a change that was sent and not clearly answered. */
  const settle = async (error: ApiError, mine: BatchContent) => {
    const expected = edit.getBase()
    const parts = changedParts(expected, mine)
    const unknown = { kind: 'unknown', error, mine, parts } as const
    try {
      const batch = await look()
      if (!batch.task_details && parts.includes('texts')) return setState(unknown)
      const stored = withParts(mine, parts, contentOf(batch, expected))
      if (isStored(stored, mine, parts)) return await finish(mine, parts)
      if (changedParts(expected, withParts(expected, parts, stored)).length === 0) {
        return setState({ kind: 'not-saved', error, parts })
      }
      const theirs = storedOtherwise(mine, stored)
      if (theirs.length === 0) return await finish(mine, parts)
      setState({ kind: 'theirs', sent: true, parts: theirs, expected: mine, theirs: stored })
    } catch {
      setState(unknown)
    }
  }

  const checked = (use: (mine: BatchContent) => Promise<unknown> | void) => {
    const unread = edit.flush()
    if (unread.length > 0) return Promise.resolve(showUnread(edit.form.setError, unread))
    return edit.form.handleSubmit((edited) => {
      const { datasetId: dataset } = edited
      const questions = asksNothing(edited.questions) ? '' : edited.questions
      const written = toTaskDetails(edited)
      try {
        // What nobody changed is not cleaned either: it is not ours.
        const texts = sameTexts(edit.getBase().texts, written) ? written : asSent(edited)
        return use({ texts, questions, dataset })
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
          if (changedParts(before, mine).length === 0)
            return done({ questions: null, dataset: null })
          if (backend.place === 'practice' && !removesQuestions(before, mine)) return send(mine)
          setState({ kind: 'confirming', before, mine })
        }),
      )
    },
    confirm: (mine: BatchContent) => {
      setState({ kind: 'writing' })
      return guarded(() => send(mine))
    },
    /** Stores what is in the form on top of what has been seen now. */
    replace: (theirs: BatchContent, parts: readonly Part[]) => {
      edit.setBase(withParts(edit.getBase(), parts, theirs))
      setState({ kind: 'writing' })
      return guarded(() => checked(send))
    },
    lookAgain: (error: ApiError, mine: BatchContent) => guarded(() => settle(error, mine)),
    /** Lets the last outcome go. */
    goBack: () => setState({ kind: 'writing' }),
  }
}

/** How far a change of what is stored has come. */
export type SavingState =
  | { kind: 'writing' }
  /** Shown once more before it goes to an environment that is not for practice, or removes questions. */
  | { kind: 'confirming'; before: BatchContent; mine: BatchContent }
  /** What is stored of these parts is neither what the change began from (`sent` false) nor what was sent. */
  | {
      kind: 'theirs'
      sent: boolean
      parts: readonly Part[]
      expected: BatchContent
      theirs: BatchContent
    }
  /** The batch was set up meanwhile. Nothing was sent. */
  | { kind: 'set-up' }
  /** What is stored could not be looked at first. Nothing was sent. */
  | { kind: 'not-sent'; failure: ApiFailure }
  | { kind: 'refused'; failure: ApiFailure }
  /** No clear answer came, and what is stored could not be read since. */
  | { kind: 'unknown'; error: ApiError; mine: BatchContent; parts: readonly Part[] }
  /** No clear answer came, and what was there before is still stored. */
  | { kind: 'not-saved'; error: ApiError; parts: readonly Part[] }

/** What a batch holds; texts that it does not say are taken to be as expected. */
function contentOf(batch: Batch, expected: BatchContent): BatchContent {
  const ids = batch.datasets.map((dataset) => dataset.id)
  return {
    texts: batch.task_details ?? expected.texts,
    // What cannot be seen is never taken for what was there before.
    questions: writtenQuestions(batch) ?? 'null',
    // One that came beside the one of before is another one, too.
    dataset: ids.find((stored) => stored !== expected.dataset) ?? ids[0] ?? '',
  }
}

/** Whether what is stored of some parts is what was written, to the byte for texts. */
function isStored(stored: BatchContent, mine: BatchContent, parts: readonly Part[]) {
  return parts.every((part) => {
    if (part === 'texts') return sameTexts(stored.texts, mine.texts)
    if (part === 'dataset') return stored.dataset === mine.dataset
    return storedAsSent(itemsOf(mine.questions), itemsOf(stored.questions))
  })
}

/** Puts what a backend has against single fields under them, in its own words. */
function showRefusedFields(form: UseFormReturn<EditedBatch>, failure: ApiFailure) {
  if (failure.kind !== 'rejected') return
  const refuse = (field: keyof EditedBatch, words: readonly string[]) => {
    const message = words.join(' ') || 'Refused, without a reason.'
    form.setError(field, { type: 'server', message })
  }
  for (const field of taskTexts) {
    const messages = failure.fields[pathOf(field).join('.')]
    if (messages) refuse(field, messages)
  }
  const { issues, fields } = failure
  const said = Object.keys(fields).filter((path) => path.split('.')[0] === 'batch_items')
  const dataset = fields['dataset_id']
  if (dataset) refuse('datasetId', dataset)
  if (issues.length > 0 || said.length > 0) {
    refuse('questions', [...said.flatMap((path) => fields[path] ?? []), ...issues.map(wordIssue)])
  }
}
