import { proxy, wrap, type Remote } from 'comlink'
import { startWorker, TookTooLong, WorkerFailed } from '#html/worker/ask-worker.ts'
import { UnreadableFile, type ReadChoice } from '#dataset/source-table.ts'
import type { OpenedFile, TableService } from './table-service.ts'

/** A file of 200 MB takes a slow laptop less; what is hostile takes longer. */
const LONGEST_MS = 120_000

/** A worker with one open file, as the page asks it. */
export type Tables = {
  /** Reads a file. Rejects with UnreadableFile, or as `ask` does. */
  open: (
    file: Blob,
    name: string,
    choice: ReadChoice,
    onProgress: (read: number, of: number) => void,
  ) => Promise<OpenedFile>
  /**
   * What the service answers. Rejects with WorkerFailed when its code could not be loaded, broke down or
   * was closed, and with TookTooLong when it had to be stopped.
   */
  ask: <T>(question: (service: Service) => T | Promise<T>) => Promise<T>
  /** Ends the worker, and whatever it is doing. */
  close: () => void
}

export type Service = TableService | Remote<TableService>

type Connection = { service: Service; end: () => void; broken: Promise<never> }

/** Starts a worker for one file. Its code is loaded with the first question. */
export function openTables(): Tables {
  let connection: Promise<Connection> | null = null
  const stopped = failsLater()

  const close = (error: Error = new WorkerFailed('It was closed.')) => {
    stopped.fail(error)
    void endOf(connection)
  }
  const ask = async <T>(question: (service: Service) => T | Promise<T>): Promise<T> => {
    connection ??= connect()
    const { service, broken } = await Promise.race([connection, stopped.promise])
    const clock = setTimeout(() => close(new TookTooLong()), LONGEST_MS)
    try {
      return await Promise.race([question(service), broken, stopped.promise])
    } catch (error) {
      // A class does not survive the way out of a worker; its name does.
      const isUnreadable = error instanceof Error && error.name === UnreadableFile.name
      throw isUnreadable ? new UnreadableFile(error.message) : error
    } finally {
      clearTimeout(clock)
    }
  }
  return {
    open: (file, name, choice, onProgress) =>
      ask((service) => service.open(file, name, choice, proxy(onProgress))),
    ask,
    close: () => close(),
  }
}

async function connect(): Promise<Connection> {
  if (typeof Worker === 'undefined') return connectInPage()
  const { default: address } = await import('./dataset.worker.ts?worker&url')
  const worker = startWorker(address)
  const broken = failsLater()
  worker.addEventListener('error', () => broken.fail(new WorkerFailed()))
  worker.addEventListener('messageerror', () => broken.fail(new WorkerFailed()))
  return {
    service: wrap<TableService>(worker),
    end: () => worker.terminate(),
    broken: broken.promise,
  }
}

/** Ends a connection that came about. */
async function endOf(connection: Promise<Connection> | null) {
  try {
    const open = await connection
    open?.end()
  } catch {
    // There is nothing to end.
  }
}

/** A promise that never resolves, for races; whoever takes part in one hears when it fails. */
function failsLater() {
  const fails: ((error: Error) => void)[] = []
  const promise = new Promise<never>((_, reject) => fails.push(reject))
  promise.catch(() => undefined)
  return {
    promise,
    fail: (error: Error) => {
      for (const fail of fails) fail(error)
    },
  }
}

/** Where there are no workers, as in tests: the same service in the page. */
async function connectInPage(): Promise<Connection> {
  const { createTableService } = await import('./table-service.ts')
  return {
    service: createTableService(),
    end: () => undefined,
    broken: failsLater().promise,
  }
}
