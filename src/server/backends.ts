import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openJournal } from './gateway/journal.ts'
import { createPracticeBackend } from './practice/backend.ts'
import { createRelay } from './relay.ts'

/**
 * Both backends of a server that keeps its data in a folder, which is made when it is missing, and the
 * record of what the page asked of them.
 * Throws DatabaseInUse when another server has the folder.
 */
export function openBackends(config: Config) {
  const { dataFolder, processingMs, prolificUrl, token, idleHours } = config
  mkdirSync(dataFolder, { recursive: true })
  const journal = openJournal({ path: join(dataFolder, 'gateway.db') })
  const practice = createPracticeBackend({
    path: join(dataFolder, 'practice.db'),
    commitWhen: setImmediate,
    processingMs,
  })
  const prolific = createRelay({ url: prolificUrl, token, idleHours })
  return {
    practice,
    prolific,
    journal,
    close: async () => {
      await prolific.close()
      practice.close()
      journal.close()
    },
  }
}
