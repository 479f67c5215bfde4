import { parsingPolicy } from '#html/parse/inert-document.ts'

/** Thrown when a worker was stopped because it worked for too long. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** Thrown when a worker could not be loaded or broke down. */
export class WorkerFailed extends Error {
  override readonly name = 'WorkerFailed'
}

/** What a worker says first, when its code is there and it can be asked. */
export const READY = 'ready'

/**
 * Asks a worker one question and ends it. The page stays responsive whatever the worker does, and after
 * `limit` milliseconds of work it is stopped; the time its code needs to arrive does not count.
 *
 * @param address what `startWorker` takes
 */
export function askWorker<Answer>(
  address: string,
  question: unknown,
  limit: number,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const worker = startWorker(address)
    let clock: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      clearTimeout(clock)
      worker.terminate()
    }
    const fail = (error: Error) => {
      end()
      reject(error)
    }
    worker.addEventListener('error', () => fail(new WorkerFailed()))
    worker.addEventListener('messageerror', () => fail(new WorkerFailed()))
    worker.addEventListener('message', ({ data }: MessageEvent<Answer | typeof READY>) => {
      if (data === READY) {
        clock = setTimeout(() => fail(new TookTooLong()), limit)
        worker.postMessage(question, [])
        return
      }
      end()
      resolve(data)
    })
  })
}

/**
 * Starts a module worker of this app. Browsers with Trusted Types take no plain address for code; the
 * policy that parses inert documents vouches for it, so only addresses that the build wrote may come in
 * here (`import address from './x.worker.ts?worker&url'`).
 */
export function startWorker(address: string): Worker {
  const trusted = parsingPolicy()?.createScriptURL(address) ?? address
  return new Worker(trusted, { type: 'module' })
}
