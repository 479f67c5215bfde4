import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { DatabaseUnusable } from '#server/database/database-errors.ts'
import { openJournal } from '#server/gateway/journal.ts'
import { createPracticeBackend } from '#server/practice/backend.ts'
import { createRelay } from '#server/relay/relay.ts'

const NO_RECORD =
  'This server cannot keep its record of requests. If it stops while something is being created, a repeated request may create it twice.'

/** The record of requests; one that ends with this server when the file cannot be used, and why. */
function openRecord(path: string) {
  try {
    return { journal: openJournal({ path }), trouble: undefined }
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error
    return { journal: openJournal({ path: ':memory:' }), trouble: error.message }
  }
}

/**
 * Both backends of a server that keeps its data in a folder, which is made when it is missing, and the
 * record of what the page asked of them. Without a usable record practice runs all the same.
 * Throws DatabaseInUse when another server has the folder, and DatabaseUnusable when the practice data
 * cannot be used.
 */
export function openBackends(config: Config) {
  const { dataFolder, processingMs, prolificUrl, token, idleHours } = config
  mkdirSync(dataFolder, { recursive: true })
  const practicePath = join(dataFolder, 'practice.db')
  const recordPath = join(dataFolder, 'gateway.db')
  const practice = createPracticeBackend({
    path: practicePath,
    commitWhen: setImmediate,
    processingMs,
  })
  const { journal, trouble } = openRecord(recordPath)
  const prolific = createRelay({ url: prolificUrl, token, idleHours })
  const { store } = practice

  const parted =
    trouble !== undefined || store.isNew === journal.isNew
      ? []
      : journal.isNew
        ? [
            `${recordPath} is new, but ${practicePath} is not. Earlier requests may be carried out twice if they are repeated. If there is a backup of ${recordPath}, stop the server, restore it, and start again.`,
          ]
        : [
            `${practicePath} is new, but ${recordPath} is not. Practice starts without batches. If there is a backup of ${practicePath}, stop the server, restore it, and start again.`,
          ]
  return {
    practice,
    prolific,
    journal,
    recordTrouble: trouble,
    /** What is not as it should be, for whoever runs the server. */
    notices: [
      ...store.notices,
      ...journal.notices,
      ...parted,
      ...(trouble === undefined
        ? []
        : [trouble, `${NO_RECORD} Until then nothing is created or changed in Prolific.`]),
    ],
    close: async () => {
      await prolific.close()
      practice.close()
      journal.close()
    },
  }
}
