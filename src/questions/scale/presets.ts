/** One step of a scale: what is stored and what participants read. */
export type Point = { value: string; label: string }

/** Words for the two ends of a scale of numbers. */
export type Ends = { low: string; high: string }

/** A scale to begin with: numbers with words at their ends, or a list of words. */
export type Preset = {
  id: string
  name: string
  points: (ends: Ends) => Point[]
  /** Whether the ends take words of their own. */
  hasEnds: boolean
}

/** The words at the ends until their author writes others. */
export const firstEnds: Ends = { low: 'not at all', high: 'very much' }

/** The scales that people know, in the order of the menu. A scale of their own is none of them. */
export const presets: readonly Preset[] = [
  numbers('1-5', 1, 5),
  numbers('1-7', 1, 7),
  numbers('0-10', 0, 10),
  words('agreement-5', 'Agreement, 5 steps', [
    'Strongly disagree',
    'Disagree',
    'Neither agree nor disagree',
    'Agree',
    'Strongly agree',
  ]),
  words('agreement-7', 'Agreement, 7 steps', [
    'Strongly disagree',
    'Disagree',
    'Somewhat disagree',
    'Neither agree nor disagree',
    'Somewhat agree',
    'Agree',
    'Strongly agree',
  ]),
  words('quality', 'Quality', ['Very poor', 'Poor', 'Acceptable', 'Good', 'Very good']),
  words('frequency', 'Frequency', ['Never', 'Rarely', 'Sometimes', 'Often', 'Always']),
]

/** Words as the steps of a scale, stored as "1", "2", … */
export function pointsOfWords(labels: readonly string[]): Point[] {
  return labels.map((label, index) => ({ value: String(index + 1), label }))
}

/** The words at the ends of a scale of numbers, "1: bad" and "5: good"; null for any other scale. */
export function endsOf(points: readonly Point[]): Ends | null {
  const low = wordsAt(points[0])
  const high = wordsAt(points.at(-1))
  const between = points.slice(1, -1).every(({ value, label }) => value === label)
  return low === null || high === null || !between ? null : { low, high }
}

/** The preset that makes a scale, and the words at its ends; null for a scale of somebody's own. */
export function presetOf(points: readonly Point[]): { preset: Preset; ends: Ends } | null {
  const ends = endsOf(points) ?? firstEnds
  const key = JSON.stringify(points)
  const preset = presets.find((one) => JSON.stringify(one.points(ends)) === key)
  return preset ? { preset, ends } : null
}

function numbers(id: string, from: number, to: number): Preset {
  return {
    id,
    name: `${from} to ${to}`,
    hasEnds: true,
    points: ({ low, high }) =>
      Array.from({ length: to - from + 1 }, (_, index) => {
        const value = String(from + index)
        const end = index === 0 ? low : ''
        const said = index === to - from ? high : end
        return { value, label: said.trim() === '' ? value : `${value}: ${said.trim()}` }
      }),
  }
}

function words(id: string, name: string, labels: readonly string[]): Preset {
  return { id, name, hasEnds: false, points: () => pointsOfWords(labels) }
}

/** What is said at an end: '' for the bare number, null where it does not begin with its number. */
function wordsAt(point: Point | undefined): string | null {
  if (!point || !/^\d+$/.test(point.value)) return null
  if (point.label === point.value) return ''
  const start = `${point.value}: `
  return point.label.startsWith(start) ? point.label.slice(start.length) : null
}
