import { PracticeDataset, type AppConfig } from '#contract/app-config.ts'
import { practiceDatasets } from './practice/seeds.ts'

/** What `/config.json` says of this server: both places, and whether Prolific has a token here. */
export function appConfig({ prolificConnected }: { prolificConnected: boolean }): AppConfig {
  return {
    backends: [
      {
        place: 'practice',
        name: 'Practice',
        base_path: '/practice/api',
        connected: true,
        datasets: practiceDatasets.map((dataset) => PracticeDataset.parse(dataset)),
      },
      {
        place: 'prolific',
        name: 'Prolific',
        base_path: '/prolific/api',
        connected: prolificConnected,
        datasets: [],
      },
    ],
  }
}
