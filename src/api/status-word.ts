export type StatusTone = 'resting' | 'busy' | 'good' | 'caution' | 'bad' | 'unknown'

export type StatusWord = { word: string; tone: StatusTone }

/**
 * A batch's status in the words of this app. `tasks` is how many tasks it holds, null when that is not
 * known: a batch can be ready with nothing in it. A word that this version does not know is shown as
 * it came, because the API may grow.
 */
export function statusWord(status: string, tasks: number | null): StatusWord {
  switch (status) {
    case 'UNINITIALISED':
      return { word: 'Not set up yet', tone: 'resting' }
    case 'PROCESSING':
      return { word: 'Being set up', tone: 'busy' }
    case 'READY':
      return tasks === 0
        ? { word: 'Ready, but empty', tone: 'caution' }
        : { word: 'Ready', tone: 'good' }
    case 'ERROR':
      return { word: 'Set-up failed', tone: 'bad' }
    case '':
      return { word: 'Status unknown', tone: 'unknown' }
    default:
      return { word: `Status: ${status}`, tone: 'unknown' }
  }
}
