import { useEffect, useEffectEvent, useState } from 'react'
import { useForm, type Resolver } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { Place } from '#contract/environment.ts'
import { createHandOver } from '#editor/hand-over.ts'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { isBlank, typedMeanwhile } from '#drafts/store/stored-draft.ts'
import { forgetOpenDraft, rememberOpenDraft } from '#storage/visits.ts'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import type { TextName } from '#screens/write/fields/form-fields.ts'
import { createLatestTexts } from './latest-texts.ts'
import { createLiveTexts, createTextAccess } from './text-access.ts'
import { openDraft } from './open-draft.ts'
import { leftIdsMessage } from './use-environment-change.ts'
import type { WriteSession } from './write-session.ts'

/** By then a page that was about to be left either is gone or stays. */
const STAYED_MS = 5_000

const loadResolver = () => import('#screens/write/submit/draft-resolver.ts')

const checkForm: Resolver<BatchDraft> = async (...form) => {
  try {
    return await (await loadResolver()).draftResolver(...form)
  } catch {
    // Said below: what could not be checked is not sent.
  }
  const message =
    'The form could not be checked, so nothing is sent. Reload the page: your text is kept.'
  return { values: {}, errors: { taskTitle: { type: 'unchecked', message } } }
}

export type Draft = ReturnType<typeof useDraft>

/** Something that was done to the whole draft at once, and what was there before it. */
type Replacement = { message: string; before: BatchDraft | null }

/**
 * The draft of this screen: its form, its live texts, where it is kept, and the ways to replace all of
 * it. Every replacement can be taken back, and taking back can be taken back too.
 */
export function useDraft(place: Place, { id, keeper, typed }: WriteSession) {
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState(() =>
    openDraft(keeper.leftover, place, { ...keeper.typed, ...typed }),
  )
  const [live] = useState(() => createLiveTexts(opened.texts))
  const [replacement, setReplacement] = useState<Replacement | null>(
    opened.leftIds ? { message: leftIdsMessage(place), before: null } : null,
  )
  const form = useForm<BatchDraft>({
    defaultValues: opened.texts,
    resolver: checkForm,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })

  const [handOver] = useState(() => createHandOver<TextName>())
  /** Editors hand over their text when typing pauses; this makes them do it now. */
  const { flush } = handOver
  /**
   * The one way to replace what is written: the state before it goes into the history. Returns that
   * state, to be brought back; null when nothing was written.
   */
  const [change] = useState(() => (apply: () => void): BatchDraft | null => {
    flush()
    const before = { ...form.getValues() }
    keeper.keepState()
    apply()
    flush()
    keeper.schedule(true)
    keeper.flush()
    return isBlank(before) ? null : before
  })
  const [access] = useState(() => createTextAccess(form, flush, change))
  const [latest] = useState(() => createLatestTexts(form, live))

  const show = (texts: BatchDraft) => {
    form.reset(texts)
    live.title.set(texts.taskTitle)
  }

  const read = useEffectEvent(() => ({ place, texts: latest.read() }))
  const remember = useEffectEvent(() => rememberOpenDraft(place, id))
  const nameInAddress = useEffectEvent(() => {
    navigate(`/${place}/new?draft=${id}`, { replace: true, state: { draft: id } })
  })
  const take = useEffectEvent((stored: DraftEnvelope, why: 'opened' | 'changed') => {
    const before = why === 'opened' ? typedMeanwhile(form.getValues(), stored.texts) : {}
    const next = openDraft({ ...stored, at: stored.updatedAt }, place, before)
    if (why === 'opened') setOpened(next)
    if (next.leftIds) setReplacement({ message: leftIdsMessage(place), before: null })
    show(next.texts)
    if (Object.keys(before).length > 0) keeper.schedule(true)
  })

  // Saving follows the form without rendering; closing and leaving a page are the browser's own events.
  useEffect(() => {
    // When it is needed, the server may be out of reach.
    loadResolver().catch(() => undefined)
    let taking = false
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
    const stop = keeper.start({
      handOver: flush,
      read: () => read(),
      begin: () => {
        remember()
        naming = setTimeout(nameIt)
      },
      take: (stored, why) => {
        taking = true
        take(stored, why)
        taking = false
      },
    })
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        latest.settle()
        if (!taking) keeper.schedule(false)
      },
    })
    const stopFollowing = latest.follow(() => keeper.schedule(false))
    const close = () => {
      flush()
      keeper.leave()
      keeper.flush()
    }
    addEventListener('beforeunload', leave)
    addEventListener('pagehide', close)
    return () => {
      clearTimeout(naming)
      removeEventListener('beforeunload', leave)
      removeEventListener('pagehide', close)
      stopFollowing()
      stop()
      unsubscribe()
    }
  }, [form, keeper, flush, latest])

  const replace = (texts: BatchDraft, message: string) =>
    setReplacement({ message, before: change(() => show(texts)) })

  return {
    id,
    form,
    live,
    keeper,
    opened,
    flush,
    handOver,
    /** The way to the formatted texts from outside their fields. */
    texts: access,
    change,
    replace,
    replacement,
    undo: () => {
      if (replacement?.before) replace(replacement.before, 'Undone.')
    },
    /** Says what became of the draft; with what was there before, if that can be brought back. */
    say: (message: string, before: BatchDraft | null = null) => setReplacement({ message, before }),
    dismissReplacement: () => setReplacement(null),
    /** Lets the draft go: it has become a batch. */
    finish: (batch: { place: Place; id: string }) => {
      const mark = async () => (await keeper.keeping()).finish(batch)
      // Where that fails, the next visit to the draft finds its batch in the outbox and marks it then.
      mark().catch(() => undefined)
      forgetOpenDraft(id)
    },
  }
}
