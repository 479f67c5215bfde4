import { tidy } from '#questions/paste/lines/lines.ts'

export type Point = { label: string; value: string }

/** The points that people choose from, and the words they were told in where the labels lack some. */
export type Scale = { points: readonly Point[]; wording: string | null }

const END =
  /^(?:(?:(?:strongly|completely|totally|fully|somewhat|slightly|mostly) )?(?:dis)?agree|not at all|very|extremely|completely|totally|strongly|never|always|(?:does not|doesn['’]t|do not) apply|applies|poor|excellent|terrible|outstanding|stimmt?|trifft|lehne|nie(?:mals)?|immer|gar nicht|überhaupt nicht|sehr|voll und ganz|vollkommen|pas du tout|tout à fait|jamais|toujours|très|fortement|totalement|nunca|siempre|nada|totalmente|muy|completamente)(?!\p{L})/iu

/** Whether labels, from the first to the last, are the points of a scale. */
export function isScale(labels: readonly string[]): boolean {
  if (labels.length < 3) return false
  if (labels.every((label) => /^-?\d{1,2}$/.test(label))) return true
  return END.test(labels[0] ?? '') && END.test(labels.at(-1) ?? '')
}

/** A scale in words, whose values are numbers from 1. */
export function scaleOfLabels(labels: readonly string[]): Scale {
  const areNumbers = labels.every((label) => /^-?\d{1,2}$/.test(label))
  const points = labels.map((label, at) => ({ label, value: areNumbers ? label : String(at + 1) }))
  return { points, wording: null }
}

/**
 * A scale of whole numbers, with words at some of them. Null when there are fewer than two points or
 * more than eleven.
 */
export function scaleOfNumbers(
  from: number,
  to: number,
  words: ReadonlyMap<number, string> = new Map(),
): Scale | null {
  const count = Math.abs(to - from) + 1
  if (!Number.isInteger(from) || !Number.isInteger(to) || count < 2 || count > 11) return null
  const step = to > from ? 1 : -1
  const points = Array.from({ length: count }, (_, at) => {
    const value = String(from + at * step)
    const said = words.get(from + at * step)
    return { value, label: said ? `${value} – ${said}` : value }
  })
  return { points, wording: null }
}

/** `1 = not at all … 7 = very much`, however the pairs are set apart; null when there are no two. */
export function scaleOfPairs(text: string): Scale | null {
  const marks = [...text.matchAll(/(?<![\p{L}\d.,])-?\d{1,2} ?= ?/gu)]
  if (marks.length < 2) return null
  const words = new Map(
    marks.map((mark, at) => {
      const next = marks[at + 1]
      const rest = text.slice(mark.index + mark[0].length, next?.index)
      const said = next ? rest : (rest.split(/[)?]|\.\s/, 1)[0] ?? '')
      return [Number.parseInt(mark[0], 10), wordsOfPoint(said)] as const
    }),
  )
  return scaleOfEnds(words)
}

/** `1 (not at all) to 7 (completely)`, somewhere in a sentence. */
export function scaleInSentence(text: string): Scale | null {
  const marks = [...text.matchAll(/(?<![\p{L}\d.,-])(\d{1,2}) ?\(([^()\d]{1,60})\)/gu)]
  if (marks.length >= 2)
    return scaleOfEnds(new Map(marks.map((mark) => [Number(mark[1]), tidy(mark[2] ?? '')])))
  const told =
    /(?:scale|skala|échelle|escala)[^.?!\d]{0,40}(\d{1,2})\s*(?:to|bis|à|a|al|hasta|-|–)\s*(\d{1,2})(?!\d)/iu.exec(
      text,
    )
  return told && scaleOfNumbers(Number(told[1]), Number(told[2]))
}

function scaleOfEnds(words: ReadonlyMap<number, string>): Scale | null {
  const numbers = [...words.keys()]
  const from = numbers[0] ?? 0
  return scaleOfNumbers(from, numbers.at(-1) ?? from, words)
}

function wordsOfPoint(text: string): string {
  const ends = /(?:[\s,;…./|–—-]|(?<!\p{L})(?:to|through|bis|und|and|à|et|hasta|y)(?=\s*$))+$/iu
  return tidy(
    text
      .replace(ends, '')
      .replace(/^[\s(]+/, '')
      .replace(/[)\s]+$/, ''),
  )
}

/** Signs between the numbers of a scale: spaces, lines, bars, circles to tick. */
const BETWEEN = /^[\s|\-–—_.…,/;:()[\]○□☐◯⚪]{1,20}$/u
const CIRCLES = /(?:[○□☐◯⚪] ?\s{0,8}){3,11}/u

export type LineScale = { before: string; after: string; scale: Scale }

/**
 * A row of numbers from which one is chosen, `Not at all 1 2 3 4 5 Very much`, or of circles, with the
 * words at its ends. Null when the text has none.
 */
export function scaleOfRow(text: string): LineScale | null {
  const numbers = [...text.matchAll(/(?<![\p{L}\d])-?(?<!\d-)\d{1,2}(?![\p{L}\d])/gu)]
  for (let start = 0; start < numbers.length; start++) {
    let end = start
    while (follows(text, numbers[end], numbers[end + 1], numbers[start])) end++
    const first = numbers[start]
    const last = numbers[end]
    if (first && last && end - start >= 2)
      return rowOf(
        text,
        first.index,
        last.index + last[0].length,
        Number(first[0]),
        Number(last[0]),
      )
    start = end
  }
  const circles = CIRCLES.exec(text)
  const count = circles?.[0].replaceAll(/\s/g, '').length ?? 0
  if (!circles || count < 3) return null
  return rowOf(text, circles.index, circles.index + circles[0].length, 1, count)
}

function follows(
  text: string,
  one: RegExpExecArray | undefined,
  next: RegExpExecArray | undefined,
  first: RegExpExecArray | undefined,
) {
  if (!one || !next || !first) return false
  const step = Number(next[0]) - Number(one[0])
  if (Math.abs(step) !== 1 || Math.abs(Number(next[0]) - Number(first[0])) > 10) return false
  return BETWEEN.test(text.slice(one.index + one[0].length, next.index))
}

function rowOf(text: string, start: number, end: number, from: number, to: number) {
  const before = trimSigns(text.slice(0, start))
  const after = trimSigns(text.slice(end))
  const scale = scaleOfNumbers(
    from,
    to,
    new Map([
      [from, before],
      [to, after],
    ]),
  )
  return scale && { before, after, scale }
}

function trimSigns(text: string): string {
  return tidy(
    text.replace(/^[\s|–—_…,;()[\]○□☐◯⚪-]+/u, '').replace(/[\s|–—_…,;()[\]○□☐◯⚪-]+$/u, ''),
  )
}

/** `Strongly disagree … Strongly agree`: five points with words at the ends. */
export function scaleOfTwoEnds(text: string): Scale | null {
  if (text.length > 100) return null
  const ends = text.split(/\s*(?:…|\.{2,}|_{3,}|-{2,}|–{2,}|→|↔|\sto\s|\sbis\s)\s*/u)
  const [low = '', high = ''] = ends
  if (ends.length !== 2 || !END.test(low) || !END.test(high)) return null
  const scale = scaleOfNumbers(
    1,
    5,
    new Map([
      [1, tidy(low)],
      [5, tidy(high)],
    ]),
  )
  return scale && { ...scale, wording: /\s(?:to|bis)\s/.test(text) ? tidy(text) : null }
}
