import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { TaskDetails } from '#contract/batch.ts'
import type { Place } from '#contract/environment.ts'
import { textsOf } from '#screens/batch/stored-texts/texts-of.ts'
import { createLiveText } from '#html/parse/live-source.ts'
import { createTextChannel, flushTexts } from '#editor/text-channel.ts'
import { TaskTexts } from '#drafts/task-texts.ts'
import { toTaskDetails } from '#drafts/request-of-texts.ts'
import { byteLength } from '#html/parse/limits.ts'
import type { UnsavedEdit } from '#drafts/store/unsaved-edit.ts'
import { openKeptEdit } from './kept-edit.ts'
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

/** From the last change to the browser's storage. */
const IDLE_MS = 300

export type EditForm = ReturnType<typeof useEditForm>

/**
 * The texts of a stored batch while they are being changed: the form, its live texts and what the change
 * began from. A change is kept in this browser from the first pause on, until it is saved or taken back.
 */
export function useEditForm(place: Place, id: string, stored: TaskDetails) {
  const [own] = useState(() => openKeptEdit(place, id))
  const [earlier, setEarlier] = useState(own.latest)
  const [others, setOthers] = useState(own.others)
  const [start] = useState(() => textsOf(earlier?.texts ?? stored))
  const [title] = useState(() => createLiveText(start.taskTitle))
  const [channels] = useState(() => ({
    introduction: createTextChannel(start.introduction),
    steps: createTextChannel(start.steps),
  }))
  const [flush] = useState(() => () => flushTexts(channels))
  // Not state: it is asked for when something is sent or kept, and never shown by itself.
  const base = useRef(earlier?.base ?? stored)
  const saved = useRef(false)
  const [kept, setKept] = useState(true)
  const form = useForm<TaskTexts>({
    defaultValues: start,
    resolver: zodResolver(EditedTexts),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  })

  // Keeping follows the form without rendering, and the closing of a page is the browser's own event.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(timer)
      if (saved.current) return
      setKept(own.keep({ base: base.current, texts: toTaskDetails(form.getValues()) }))
      setOthers(own.others())
    }
    // The other windows of this browser tell when they keep something.
    const hear = () => setOthers(own.others())
    const keepNow = () => {
      flush()
      keep()
    }
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(keep, IDLE_MS)
      },
    })
    addEventListener('pagehide', keepNow)
    addEventListener('storage', hear)
    return () => {
      removeEventListener('pagehide', keepNow)
      removeEventListener('storage', hear)
      keepNow()
      unsubscribe()
    }
  }, [form, own, flush])

  const put = (texts: TaskTexts) => {
    form.reset(texts)
    title.set(texts.taskTitle)
  }

  return {
    form,
    title,
    channels,
    flush,
    /** When the change that was taken up again was last kept; null for a new one. */
    resumedFrom: earlier?.savedAt ?? null,
    /** False when the browser has no room to keep the change. */
    kept,
    /** The stored texts that the change is a change of. */
    getBase: () => base.current,
    /** Takes note of texts that were stored meanwhile and have been seen. */
    setBase: (seen: TaskDetails) => {
      base.current = seen
    },
    /** Puts other texts into every field. */
    put,
    /** Other changes of these texts that are kept in this browser, from other windows or before. */
    others,
    /** Puts one of those into the fields. What was there stays kept, as one of the others. */
    goOnWith: (other: UnsavedEdit) => {
      flush()
      setKept(own.keep({ base: base.current, texts: toTaskDetails(form.getValues()) }))
      own.goOnWith(other)
      base.current = other.base
      put(textsOf(other.texts))
      setEarlier(other)
      setOthers(own.others())
    },
    /** Lets go of what was kept: it is stored now. */
    settle: () => {
      saved.current = true
      own.letGo()
    },
  }
}
