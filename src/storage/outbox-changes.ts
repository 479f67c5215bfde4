const NAME = 'batch-composer.outbox'

const listeners = new Set<() => void>()
let channel: BroadcastChannel | null | undefined

/** Where tabs cannot talk to each other each still sees its own changes. */
function openChannel() {
  if (channel !== undefined) return channel
  channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)
  channel?.addEventListener('message', tell)
  return channel
}

function tell() {
  for (const listener of listeners) listener()
}

/** Says in every tab that the outbox has changed. */
export function announceOutboxChange() {
  openChannel()?.postMessage(null)
  tell()
}

/** Calls `listener` whenever this or another tab changed the outbox; returns how to stop. */
export function onOutboxChange(listener: () => void) {
  openChannel()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
