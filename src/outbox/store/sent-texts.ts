import * as z from 'zod/mini'
import { TaskDetails } from '#contract/task-details.ts'
import { Environment } from '#contract/environment.ts'
import { createListeners } from '#storage/listeners.ts'
import { localStore } from '#storage/local-store.ts'

const KEY = 'batch-composer.sent'

/** More than anybody follows at a time, and a fifth of what a browser commonly gives a site. */
const MOST_BATCHES = 50
const MOST_CHARACTERS = 1_000_000

const Sent = z.object({
  place: Environment,
  id: z.string(),
  /** Milliseconds since 1970. */
  sentAt: z.number(),
  texts: TaskDetails,
})
export type Sent = z.infer<typeof Sent>

const SentList = z.object({ version: z.literal(1), batches: z.array(z.unknown()) })

const sentChange = createListeners()

/**
 * What was last sent from this browser as the texts of a batch; null when that was elsewhere, long ago,
 * or cannot be read. Only texts are kept, never the request.
 */
export function sentTexts(environment: Environment, id: string): Sent | null {
  return readAll().find((sent) => sent.place === environment && sent.id === id) ?? null
}

/**
 * Keeps what was sent as the texts of a batch, in place of what was sent for it before. The oldest make
 * room. A browser that stores nothing keeps nothing: then there is nothing to compare with, no more.
 */
export function rememberSent(environment: Environment, id: string, texts: TaskDetails) {
  const others = readAll().filter((sent) => sent.place !== environment || sent.id !== id)
  const kept: Sent[] = []
  let room = MOST_CHARACTERS
  for (const sent of [{ place: environment, id, sentAt: Date.now(), texts }, ...others].slice(
    0,
    MOST_BATCHES,
  )) {
    room -= JSON.stringify(sent).length
    if (room < 0) break
    kept.push(sent)
  }
  write(kept)
  sentChange.tell()
}

/** Calls `listener` whenever something was remembered on this page; returns how to stop. */
export const onSentChange = (listener: () => void) => sentChange.subscribe(listener)

/** Newest first, without what cannot be read. */
function readAll(): Sent[] {
  const list = localStore.readJson(KEY, SentList)
  return (list?.batches ?? []).flatMap((entry) => Sent.safeParse(entry).data ?? [])
}

function write(batches: readonly Sent[]) {
  const isStored = localStore.writeJson(KEY, { version: 1, batches })
  // Full: the draft needs the room more than old texts do.
  if (!isStored) localStore.remove(KEY)
}
