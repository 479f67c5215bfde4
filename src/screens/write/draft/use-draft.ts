import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { useForm, type Resolver } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { ShownColumns } from '#api/datasets/use-dataset-columns.ts'
import type { Environment } from '#contract/environment.ts'
import { followForm, newestValues } from '#drafts/autosave/follow-form.ts'
import { createTextChannels, flushTexts } from '#editor/text-channel.ts'
import { createLiveText } from '#html/parse/live-source.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import { createStore, type Store } from '#storage/listeners.ts'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { typedMeanwhile } from '#drafts/store/draft-texts.ts'
import { forgetOpenDraft, rememberOpenDraft } from '#storage/visits.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { createTextAccess } from './text-access.ts'
import { openDraft } from './open-draft.ts'
import { leftIdsMessage } from './use-environment-change.ts'
import type { WriteSession } from './write-session.ts'

/** By then a page that was about to be left either is gone or stays. */
const STAYED_MS = 5_000

const loadResolver = () => import('#screens/write/submit/draft-resolver.ts')

const checkForm: Resolver<BatchDraft, Store<boolean>> = async (...form) => {
  try {
    return await (await loadResolver()).draftResolver(...form)
  } catch {
    // Said below: what could not be checked is not sent.
  }
  const message =
    'The form could not be checked, so nothing was sent. Reload the page. Your text is kept.'
  return { values: {}, errors: { taskTitle: { type: 'unchecked', message } } }
}

export type Draft = ReturnType<typeof useDraft>

/** Something that was done to the whole draft at once, and what was there before it. */
type Replacement = { message: string; before: BatchDraft | null }

const notKnown = () => undefined

/** What is known of the columns of the dataset of a draft. */
export function useColumns({ columns }: Pick<Draft, 'columns'>): ShownColumns {
  return useSyncExternalStore(columns.subscribe, columns.get, notKnown)
}

/**
 * The draft of this screen: its form, its live texts, where it is kept, and the ways to replace all of
 * it. Every replacement can be taken back, and taking back can be taken back too.
 */
export function useDraft(environment: Environment, { id, autosave, typed }: WriteSession) {
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState(() =>
    openDraft(autosave.backup, environment, { ...autosave.typed, ...typed }),
  )
  const [title] = useState(() => createLiveText(opened.texts.taskTitle))
  const [channels] = useState(() => createTextChannels(opened.texts))
  const [columns] = useState(() => createStore<ShownColumns>(undefined))
  const [wantedCard] = useState(() => createStore<ItemAddress | null>(null))
  const [replacement, setReplacement] = useState<Replacement | null>(
    opened.leftIds ? { message: leftIdsMessage(environment), before: null } : null,
  )
  // Whether the form was checked as a whole since it was filled: see the resolver.
  const [checked] = useState(() => createStore(false))
  const form = useForm<BatchDraft, Store<boolean>>({
    defaultValues: opened.texts,
    resolver: checkForm,
    context: checked,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })

  /** Editors hand over their text when typing pauses; this makes them do it now. */
  const [flush] = useState(() => () => flushTexts(channels))
  /**
   * The one way to replace what is written: the state before it goes into the history. Returns that
   * state, to be brought back, be it an empty form.
   */
  const [change] = useState(() => (apply: () => void): BatchDraft => {
    flush()
    const before = { ...form.getValues() }
    autosave.keepState()
    apply()
    flush()
    autosave.schedule(true)
    autosave.flush()
    return before
  })
  const [texts] = useState(() => createTextAccess(form, channels, change))

  const show = (next: BatchDraft) => {
    form.reset(next)
    checked.set(false)
    title.set(next.taskTitle)
  }

  const read = useEffectEvent(() => ({
    place: environment,
    texts: newestValues(form.getValues(), channels),
  }))
  const remember = useEffectEvent(() => rememberOpenDraft(environment, id))
  const nameInAddress = useEffectEvent(() => {
    navigate(`/${environment}/new?draft=${id}`, { replace: true, state: { draft: id } })
  })
  const take = useEffectEvent((stored: DraftEnvelope, why: 'opened' | 'changed') => {
    const before = why === 'opened' ? typedMeanwhile(form.getValues(), stored.texts) : {}
    const next = openDraft({ ...stored, at: stored.updatedAt }, environment, before)
    if (why === 'opened') setOpened(next)
    if (next.leftIds) setReplacement({ message: leftIdsMessage(environment), before: null })
    show(next.texts)
    if (Object.keys(before).length > 0) autosave.schedule(true)
  })

  // Saving follows the form without rendering; closing and leaving a page are the browser's own events.
  useEffect(() => {
    // When it is needed, the server may be out of reach.
    loadResolver().catch(() => undefined)
    let naming: ReturnType<typeof setTimeout> | undefined
    let leaving = false
    const leave = () => {
      leaving = true
    }
    // An address that changes while its page is being left is forgotten, and what is noted with it too.
    const nameIt = () => {
      if (!leaving) return nameInAddress()
      leaving = false
      naming = setTimeout(nameIt, STAYED_MS)
    }
    const stop = followForm(autosave, {
      texts: channels,
      textOf: (name) => form.getValues(name),
      onChange: (callback) => form.subscribe({ formState: { values: true }, callback }),
      handOver: flush,
      read: () => read(),
      begin: () => {
        remember()
        naming = setTimeout(nameIt)
      },
      take: (stored, why) => take(stored, why),
    })
    addEventListener('beforeunload', leave)
    return () => {
      clearTimeout(naming)
      removeEventListener('beforeunload', leave)
      stop()
    }
  }, [form, autosave, flush, channels])

  const replace = (next: BatchDraft, message: string) =>
    setReplacement({ message, before: change(() => show(next)) })

  return {
    id,
    environment,
    form,
    /** The task title, as it is typed. */
    title,
    channels,
    /** What is known of the dataset's columns. */
    columns,
    /** The question that the focus is to go to when the questions get it. */
    wantedCard,
    autosave,
    opened,
    flush,
    /** The way to the formatted texts from outside their fields. */
    texts,
    change,
    replace,
    replacement,
    undo: () => {
      if (replacement?.before) replace(replacement.before, 'Undone.')
    },
    /** Says what happened to the draft; with what was there before, if that can be brought back. */
    say: (message: string, before: BatchDraft | null = null) => setReplacement({ message, before }),
    dismissReplacement: () => setReplacement(null),
    /** Lets the draft go: it has become a batch. */
    finish: (batch: { place: Environment; id: string }) => {
      const mark = async () => (await autosave.saveLoop()).finish(batch)
      // Where that fails, the next visit to the draft finds its batch in the outbox and marks it then.
      mark().catch(() => undefined)
      forgetOpenDraft(id)
    },
  }
}
