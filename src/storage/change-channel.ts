import { createListeners } from './listeners.ts'

/**
 * A way to tell every tab of this browser, this one included, that something changed. Where tabs cannot
 * talk to each other, each still hears itself.
 */
export function createChangeChannel<Message>(
  name: string,
  isMessage: (data: unknown) => data is Message,
) {
  const { subscribe, tell } = createListeners<[Message]>()
  let channel: BroadcastChannel | null | undefined

  const open = () => {
    if (channel !== undefined) return channel
    channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
    channel?.addEventListener('message', ({ data }) => {
      if (isMessage(data)) tell(data)
    })
    return channel
  }

  return {
    announce: (message: Message) => {
      open()?.postMessage(message)
      tell(message)
    },
    /** Calls `listener` for every announcement; returns how to stop. */
    listen: (listener: (message: Message) => void) => {
      open()
      return subscribe(listener)
    },
  }
}
