import { PracticeDataset, type AppConfig } from '#contract/app-config.ts'
import type { PlaceNotices } from './place-notices.ts'
import { practiceDatasets } from './practice/seeds.ts'

type Prolific = { connected: boolean; own: boolean; idleHours: number }

/** What `/config.json` says of this server: both places, and whose token Prolific has, if anybody's. */
export function appConfig(
  { connected, own, idleHours }: Prolific,
  notices: PlaceNotices = { practice: [], prolific: [] },
): AppConfig {
  return {
    backends: [
      {
        place: 'practice',
        name: 'Practice',
        base_path: '/practice/api',
        connected: true,
        notices: notices.practice,
        datasets: practiceDatasets.map((dataset) => PracticeDataset.parse(dataset)),
      },
      {
        place: 'prolific',
        name: 'Prolific',
        base_path: '/prolific/api',
        connected,
        notices: notices.prolific,
        own_token: { path: '/session/prolific', in_use: own, idle_hours: idleHours },
        datasets: [],
      },
    ],
  }
}
