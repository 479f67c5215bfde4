import { asks, hasBlank } from '#questions/paste/lines/form-words.ts'
import { splitAsked } from '#questions/paste/answers/answers-in-line.ts'
import type { Line } from '#questions/paste/lines/lines.ts'
import type { Marker } from '#questions/paste/lines/markers.ts'
import type { Scale } from '#questions/paste/answers/scales.ts'

/** A choice or a statement below a question. */
export type Option = { marker: Marker | null; text: string; indent: number }

/** A question with what stands below it; also a heading, a text or a lead-in, until all is read. */
export type Question = {
  kind: 'question'
  marker: Marker | null
  /** One text a paragraph. */
  stem: string[]
  /** Lines that say how to answer. */
  help: string[]
  options: Option[]
  /** Scales on lines of their own. */
  scales: { text: string; scale: Scale; isApart: boolean }[]
  /** Whether there is an empty line to write on. */
  hasRoom: boolean
  /** What asks for words about the answer. */
  followUps: string[]
}

/** Rows of cells. */
export type Table = { kind: 'table'; rows: Line[] }

/** A line that belongs to nothing. */
type Lost = { kind: 'lost'; line: Line }

export type Block = Question | Table | Lost

/** A question that begins with a text. */
export function questionOf(text: string, marker: Marker | null): Question {
  const stem = text === '' ? [] : [text]
  const kind = 'question'
  return { kind, marker, stem, help: [], options: [], scales: [], hasRoom: false, followUps: [] }
}

/** Whether nothing of a question but its text has been read. */
export function isBare(question: Question): boolean {
  const { options, scales, hasRoom, followUps } = question
  return options.length + scales.length + followUps.length === 0 && !hasRoom
}

/** Whether a question has its answers, those in its own text included. */
export function isAnswered(question: Question): boolean {
  if (!isBare(question)) return true
  const last = question.stem.at(-1) ?? ''
  return hasBlank(last) || hasAnswers(last)
}

/** Whether a question has no answers but, perhaps, room to write the number of a point of a scale. */
export function takesScale(question: Question): boolean {
  return isBare(question) && !hasAnswers(question.stem.at(-1) ?? '')
}

/** Whether the answers of a question stand on its own line. */
export function hasAnswers(text: string): boolean {
  const { options, scale, range } = splitAsked(text)
  return options.length > 0 || scale !== null || range !== null
}

/** Whether choices may follow a text: a question, or a colon. */
export function opensChoices(text: string): boolean {
  return asks(text) || text.endsWith(':') || text.endsWith('：')
}
