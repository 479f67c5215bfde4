import type * as z from 'zod/mini'

/**
 * What a browser keeps by key, and may not: reading never throws, and gives null for what is not there
 * or cannot be read; writing says whether it is stored now.
 */
function storeIn(area: () => Storage) {
  /** Browsers that let nothing be stored throw already when they are asked for the area. */
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(area())
    } catch {
      return otherwise
    }
  }

  const readText = (key: string) => attempt((storage) => storage.getItem(key), null)
  const writeText = (key: string, text: string) =>
    attempt((storage) => {
      storage.setItem(key, text)
      return true
    }, false)

  return {
    readText,
    /** False when there is no room, or the browser lets nothing be stored. */
    writeText,
    /** What a schema makes of the JSON under a key; null also for what it refuses. */
    readJson: <T>(key: string, schema: z.ZodMiniType<T>): T | null => {
      const text = readText(key)
      if (text === null) return null
      return attempt(() => schema.safeParse(JSON.parse(text)).data ?? null, null)
    },
    /** As `writeText`, of anything that JSON can hold. */
    writeJson: (key: string, value: unknown) => writeText(key, JSON.stringify(value)),
    /** Whether it is gone now, or was never there. */
    remove: (key: string) =>
      attempt((storage) => {
        storage.removeItem(key)
        return true
      }, false),
    /** All keys that begin so. */
    keys: (prefix: string) =>
      attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix)), []),
    /** Whether anything can be read here at all. */
    isReadable: () =>
      attempt((storage) => {
        storage.getItem('')
        return true
      }, false),
  }
}

/** What stays in this browser for all its windows. */
export const localStore = storeIn(() => localStorage)

/** What stays in this tab of the browser. */
export const sessionStore = storeIn(() => sessionStorage)
