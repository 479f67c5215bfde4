import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Environment } from '#contract/environment.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import { createLiveText } from '#html/parse/live-source.ts'
import { createTextChannels, flushTexts } from '#editor/text-channel.ts'
import { createAutosave } from '#drafts/autosave/autosave.ts'
import { followForm, newestValues } from '#drafts/autosave/follow-form.ts'
import {
  editDraftId,
  holdsNothing,
  type DraftContent,
  type EditOf,
} from '#drafts/store/batch-edit.ts'
import type { DraftEnvelope } from '#drafts/store/draft-envelope.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import type { BatchContent } from './batch-content.ts'
import { editedBatch, type EditedBatch } from './edited-batch.ts'

export type EditForm = ReturnType<typeof useEditForm>

type EditOptions = {
  place: Environment
  /** Of the batch. */
  id: string
  batchName: string
  /** What the batch held when it was read last. */
  stored: BatchContent
  /** A change that was begun before may be kept: it is waited for. */
  mayExist: boolean
}

/**
 * What is changed of a stored batch: the form, its live texts and what the change began from. The change is a draft of that batch, and is kept as every draft is until it is saved or
 * taken back.
 */
export function useEditForm({ place: environment, id, batchName, stored, mayExist }: EditOptions) {
  const [autosave] = useState(() => createAutosave(editDraftId(environment, id), { mayExist }))
  const { backup } = autosave
  const [resumedFrom, setResumedFrom] = useState(backup?.at ?? null)
  const [start] = useState<EditedBatch>(() =>
    backup ? written(backup, formOf(stored)) : formOf(stored),
  )
  const [title] = useState(() => createLiveText(start.taskTitle))
  const [questions] = useState(() => createLiveText(start.questions))
  const [channels] = useState(() => createTextChannels(start))
  const [flush] = useState(() => () => flushTexts(channels))
  // Not state: it is asked for when something is sent or kept, and never shown by itself.
  const base = useRef(backup ? begunFrom(backup, stored) : stored)
  const form = useForm<EditedBatch>({
    defaultValues: start,
    resolver: (values, context, options) =>
      zodResolver(editedBatch(base.current))(values, context, options),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  })
  const content = (): DraftContent => ({
    place: environment,
    texts: { ...blankTexts, batchName, ...newestValues(form.getValues(), channels) },
    of: {
      place: environment,
      batchId: id,
      base: base.current.texts,
      questions: base.current.questions,
      dataset: base.current.dataset,
    },
  })
  const show = (next: EditedBatch) => {
    form.reset(next)
    title.set(next.taskTitle)
    questions.set(next.questions)
  }
  /** Puts a draft into the form, with what it began from. */
  const showDraft = (draft: EditState) => {
    base.current = begunFrom(draft, base.current)
    show(written(draft, form.getValues()))
  }

  const read = useEffectEvent(content)
  const take = useEffectEvent((draft: DraftEnvelope, why: 'opened' | 'changed') => {
    if (why === 'opened') setResumedFrom(draft.updatedAt)
    showDraft(draft)
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
    /** The questions as they stand in the form, for those who show them. */
    questions,
    channels,
    autosave,
    flush,
    /** When the change that was taken up again was last kept; null for a new one. */
    resumedFrom,
    /** What is in the form, the last key included. */
    now,
    /** What was stored when the change began. */
    getBase: () => base.current,
    /** Takes note of what was stored meanwhile and has been seen. */
    setBase: (seen: BatchContent) => {
      base.current = seen
      autosave.schedule(false)
    },
    /**
     * Replaces what is in the form, and what the change began from if that is said. The state before it
     * goes into the history.
     */
    put: (next: EditState) => {
      flush()
      autosave.keepState()
      showDraft(next)
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

/** What may be put into the form, and what is stored that it is a change of. */
export type EditState = {
  texts: EditedBatch
  of?: Pick<EditOf, 'base' | 'questions' | 'dataset'> | null | undefined
}

/** What a form holds of what is stored. */
export function formOf({ texts, questions, dataset }: BatchContent): EditedBatch {
  return { ...textsOf(texts), questions, datasetId: dataset }
}

/** What a draft puts into a form that holds `now`: what the draft does not know of stays. */
function written({ texts, of }: EditState, now: EditedBatch): EditedBatch {
  const { taskTitle, introduction, steps, questions, datasetId } = texts
  return {
    taskTitle,
    introduction,
    steps,
    questions: !of || of.questions !== undefined ? questions : now.questions,
    datasetId: !of || of.dataset !== undefined ? datasetId : now.datasetId,
  }
}

function begunFrom({ of }: EditState, before: BatchContent): BatchContent {
  return {
    texts: of?.base ?? before.texts,
    questions: of?.questions ?? before.questions,
    dataset: of?.dataset ?? before.dataset,
  }
}
