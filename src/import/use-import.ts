import { useState } from 'react'
import type { Environment } from '#contract/environment.ts'
import type { ImportOutcome } from './import-content.ts'

/** Takes in what was pasted, chosen or dropped, one after the other, and tells what happened to it. */
export function useImport(environment: Environment) {
  const [isReading, setIsReading] = useState(false)
  const [taken, setTaken] = useState<readonly ImportOutcome[] | null>(null)

  const run = async (take: () => Promise<ImportOutcome[]>) => {
    if (isReading) return null
    setIsReading(true)
    try {
      const outcome = await take()
      setTaken(outcome)
      return outcome
    } finally {
      setIsReading(false)
    }
  }

  return {
    isReading,
    taken,
    forget: () => setTaken(null),
    takeText: (text: string) =>
      run(async () => [await (await import('./import-content.ts')).takeInText(text, environment)]),
    takeFiles: (files: readonly File[]) =>
      run(async () => (await import('./import-content.ts')).takeInFiles(files, environment)),
    takeIntroduction: (each: ImportOutcome) =>
      run(async () => {
        const { takeInIntroduction } = await import('./import-content.ts')
        const made = await takeInIntroduction(each, environment)
        return (taken ?? []).map((other) => (other === each ? made : other))
      }),
    moveSteps: (each: ImportOutcome) =>
      run(async () => {
        const { moveToSteps } = await import('./import-content.ts')
        const moved = await moveToSteps(each)
        return (taken ?? []).map((other) => (other === each ? moved : other))
      }),
  }
}
