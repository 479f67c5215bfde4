import { useState } from 'react'
import type { Place } from '#contract/environment.ts'
import type { Convert, TakenIn } from './take-in.ts'

/** Takes in what was pasted, chosen or dropped, one after the other, and tells what became of it. */
export function useIntake(place: Place) {
  const [isReading, setIsReading] = useState(false)
  const [taken, setTaken] = useState<readonly TakenIn[] | null>(null)

  const run = async (take: () => Promise<TakenIn[]>) => {
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
      run(async () => [await (await import('./take-in.ts')).takeInText(text, place)]),
    takeFiles: (files: readonly File[]) =>
      run(async () => (await import('./take-in.ts')).takeInFiles(files, place)),
    takeIntroduction: (each: TakenIn, convert: Convert) =>
      run(async () => {
        const { takeInIntroduction } = await import('./take-in.ts')
        const made = await takeInIntroduction(each, place, convert)
        return (taken ?? []).map((other) => (other === each ? made : other))
      }),
  }
}
