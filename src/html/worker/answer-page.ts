import { READY } from './ask-worker.ts'

/**
 * Makes a worker answer what `askWorker` asks it. When the answer throws, the worker breaks down, which
 * the page is told.
 */
export function answerPage(answer: (event: MessageEvent) => unknown): void {
  addEventListener('message', (event) => {
    void answerTo(event)
  })
  const answerTo = async (event: MessageEvent) => {
    try {
      tell(await answer(event))
    } catch (error) {
      // Outside of the promise, where the page hears of it.
      reportError(error)
    }
  }
  tell(READY)
}

/** In a worker; the types are those of a window. */
function tell(said: unknown) {
  postMessage(said, { transfer: [] })
}
