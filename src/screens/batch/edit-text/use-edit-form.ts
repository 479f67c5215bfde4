import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { TaskDetails } from '#contract/task-details.ts'
import type { Environment } from '#contract/environment.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import { createLiveText } from '#html/parse/live-source.ts'
import { createTextChannels, flushTexts } from '#editor/text-channel.ts'
import { TaskTexts } from '#drafts/task-texts.ts'
import { toTaskDetails } from '#drafts/task-details-of.ts'
import { byteLength } from '#html/parse/limits.ts'
import { createAutosave } from '#drafts/autosave/autosave.ts'
import { followForm, newestValues } from '#drafts/autosave/follow-form.ts'
import { editDraftId, holdsNothing, type DraftContent } from '#drafts/store/batch-edit.ts'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import * as z from 'zod/mini'
import { encodeBody } from '#api/http.ts'
import { MAX_BODY_BYTES } from '#contract/limits.ts'

/** What may be stored as the new texts of a batch: good texts that fit into one request together. */
export const EditedTexts = TaskTexts.check(
  z.refine(
    (texts) => byteLength(encodeBody({ task_details: toTaskDetails(texts) })) <= MAX_BODY_BYTES,
    { path: ['steps'], error: 'All texts together are longer than 1 MB. Shorten them.' },
  ),
)

export type EditForm = ReturnType<typeof useEditForm>

type EditOptions = {
  place: Environment
  /** Of the batch. */
  id: string
  batchName: string
  /** The texts of the batch as they were read last. */
  stored: TaskDetails
  /** A change that was begun before may be kept: it is waited for. */
  mayExist: boolean
}

/**
 * The texts of a stored batch while they are being changed: the form, its live texts and what the change
 * began from. The change is a draft of that batch, and is kept as every draft is until it is saved or
 * taken back.
 */
export function useEditForm({ place: environment, id, batchName, stored, mayExist }: EditOptions) {
  const [autosave] = useState(() => createAutosave(editDraftId(environment, id), { mayExist }))
  const { backup } = autosave
  const [resumedFrom, setResumedFrom] = useState(backup?.at ?? null)
  const [start] = useState(() => (backup ? taskTexts(backup.texts) : textsOf(stored)))
  const [title] = useState(() => createLiveText(start.taskTitle))
  const [channels] = useState(() => createTextChannels(start))
  const [flush] = useState(() => () => flushTexts(channels))
  // Not state: it is asked for when something is sent or kept, and never shown by itself.
  const base = useRef(backup?.of?.base ?? stored)
  const form = useForm<TaskTexts>({
    defaultValues: start,
    resolver: zodResolver(EditedTexts),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  })
  const content = (): DraftContent => ({
    place: environment,
    texts: { ...blankTexts, batchName, ...newestValues(form.getValues(), channels) },
    of: { place: environment, batchId: id, base: base.current },
  })
  const show = (texts: TaskTexts) => {
    form.reset(texts)
    title.set(texts.taskTitle)
  }

  const read = useEffectEvent(content)
  const take = useEffectEvent((draft: DraftEnvelope, why: 'opened' | 'changed') => {
    if (why === 'opened') setResumedFrom(draft.updatedAt)
    base.current = draft.of?.base ?? base.current
    show(taskTexts(draft.texts))
  })

  // Keeping follows the form without rendering, and the closing of a page is the browser's own event.
  useEffect(() => {
    return followForm(autosave, {
      texts: channels,
      textOf: (name) => form.getValues(name),
      onChange: (callback) => form.subscribe({ formState: { values: true }, callback }),
      handOver: flush,
      read: () => read(),
      begin: () => undefined,
      take: (draft, why) => take(draft, why),
    })
  }, [form, autosave, flush, channels])

  const now = () => {
    flush()
    return content()
  }
  /** Lets go of what was kept: it is stored now, or it changes nothing. Never rejects. */
  const settle = async () => {
    try {
      await (await autosave.saveLoop()).remove()
    } catch {
      // It is found again, and then it is what is stored.
    }
  }

  return {
    form,
    title,
    channels,
    autosave,
    flush,
    /** When the change that was taken up again was last kept; null for a new one. */
    resumedFrom,
    /** What is in the form, the last key included. */
    now,
    /** The stored texts that the change is a change of. */
    getBase: () => base.current,
    /** Takes note of texts that were stored meanwhile and have been seen. */
    setBase: (seen: TaskDetails) => {
      base.current = seen
      autosave.schedule(false)
    },
    /**
     * Replaces every text, and what the change began from if that is said. The state before it goes into
     * the history.
     */
    put: ({ texts, of }: EditState) => {
      flush()
      autosave.keepState()
      base.current = of?.base ?? base.current
      show(taskTexts(texts))
      flush()
      autosave.schedule(true)
      autosave.flush()
    },
    settle,
    /** Leaves nothing behind where nothing was changed. */
    close: () => {
      if (holdsNothing(now())) void settle()
    },
  }
}

/** What may be put into the form: texts, and the stored texts that they are a change of. */
export type EditState = { texts: TaskTexts; of?: { base: TaskDetails } | null | undefined }

function taskTexts({ taskTitle, introduction, steps }: TaskTexts): TaskTexts {
  return { taskTitle, introduction, steps }
}
