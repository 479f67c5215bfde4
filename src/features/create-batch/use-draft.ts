import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Place } from '#contract/place.ts'
import { createDraftKeeper } from '#storage/draft-keeper.ts'
import { blankTexts, isBlank } from '#storage/stored-draft.ts'
import { BatchDraft } from './batch-draft.ts'
import { createLiveTexts } from './live-texts.ts'
import { openDraft } from './open-draft.ts'
import { createTextAccess } from './text-access.ts'
import { leftIdsMessage } from './use-place-change.ts'

const keeper = createDraftKeeper(() => localStorage)

export type Draft = ReturnType<typeof useDraft>

/** Something that was done to the whole draft at once, and what was there before it. */
type Replacement = { message: string; before: BatchDraft | null }

/**
 * The draft of this screen: its form, its live texts, where it is kept, and the ways to replace all of
 * it. Every replacement can be taken back, and taking back can be taken back too.
 */
export function useDraft(place: Place) {
  const [opened] = useState(() => openDraft(keeper, place))
  const [live] = useState(() => createLiveTexts(opened.texts))
  const [replacement, setReplacement] = useState<Replacement | null>(
    opened.leftIds ? { message: leftIdsMessage(place), before: null } : null,
  )
  const flushers = useRef(new Set<() => void>())
  const form = useForm<BatchDraft>({
    defaultValues: opened.texts,
    resolver: zodResolver(BatchDraft),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })

  /** Editors hand over their text when typing pauses; this makes them do it now. */
  const [flush] = useState(() => () => {
    for (const handOver of flushers.current) handOver()
  })
  const [registerFlush] = useState(() => (handOver: () => void) => {
    flushers.current.add(handOver)
    return () => {
      flushers.current.delete(handOver)
    }
  })

  const [access] = useState(() => createTextAccess(form, flush))

  // Saving follows the form without rendering, and the closing of a page is the browser's own event.
  useEffect(() => {
    const save = () => {
      flush()
      keeper.flush()
    }
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => keeper.schedule(() => ({ place, texts: form.getValues() })),
    })
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
      unsubscribe()
    }
  }, [form, place, flush])

  const put = (texts: BatchDraft) => {
    form.reset(texts)
    live.title.set(texts.taskTitle)
    // Not a key among many: there is nothing to wait for.
    keeper.schedule(() => ({ place, texts: form.getValues() }))
    keeper.flush()
  }

  const replace = (texts: BatchDraft, message: string) => {
    flush()
    const before = form.getValues()
    put(texts)
    setReplacement({ message, before: isBlank(before) ? null : before })
  }

  return {
    form,
    live,
    keeper,
    opened,
    flush,
    registerFlush,
    /** The way to the formatted texts from outside their fields. */
    texts: access,
    replace,
    replacement,
    undo: () => {
      if (replacement?.before) replace(replacement.before, 'Undone.')
    },
    say: (message: string) => setReplacement({ message, before: null }),
    dismissReplacement: () => setReplacement(null),
    /** Lets the draft go for good: it has become a batch. */
    clear: () => {
      put(blankTexts)
      setReplacement(null)
    },
  }
}
