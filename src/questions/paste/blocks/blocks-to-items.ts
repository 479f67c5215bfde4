import type { BatchItem } from '#contract/questions/question-item.ts'
import { choicesInLine, splitAsked } from '#questions/paste/answers/answers-in-line.ts'
import {
  hasAnswers,
  isAnswered,
  isBare,
  questionOf,
  takesScale,
  type Block,
  type Question,
} from './blocks.ts'
import {
  asks,
  fieldsIn,
  hasBlank,
  isFollowUp,
  withoutBlank,
} from '#questions/paste/lines/form-words.ts'
import { tidy, type Line } from '#questions/paste/lines/lines.ts'
import {
  choiceItems,
  headingItem,
  scaleItem,
  textItem,
  wordsItem,
} from '#questions/paste/answers/make-items.ts'
import { readTable, type TableRead } from './read-table.ts'
import { scaleOfNumbers, type Scale } from '#questions/paste/answers/scales.ts'
import { sharedBelow } from './shared-scale.ts'

type Read = { items: BatchItem[]; lost: Line[] }

/** A scale that holds for the statements after it, and whether those are questions. */
type Standing = { scale: Scale; forQuestions: boolean | null } | null

/** The items that blocks mean, and the lines that mean nothing here. */
export function itemsOfBlocks(blocks: readonly Block[]): Read {
  const items: BatchItem[] = []
  const lost: Line[] = []
  const shared = sharedBelow(blocks)
  let standing: Standing = null
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1]
    if (block.kind === 'lost') lost.push(block.line)
    else if (block.kind === 'table') {
      const table = readTable(block.rows)
      items.push(...itemsOfTable(table))
      lost.push(...table.lost)
      if (table.scaleOnly) standing = { scale: table.scaleOnly, forQuestions: null }
    } else {
      const scale = shared.get(block) ?? standingFor(block, standing)
      const leads = opensStatements(block, next, shared)
      if (leads) standing = leads.scale && { scale: leads.scale, forQuestions: null }
      else if (!scale && !block.marker) standing = null
      if (scale && standing) standing.forQuestions = asks(stemOf(block))
      items.push(...(leads ? leads.items : itemsOfQuestion(block, scale, next)))
    }
  }
  return { items, lost }
}

const stemOf = ({ stem }: Question) => stem.join(' ')

function standingFor(question: Question, standing: Standing): Scale | null {
  if (!standing || !takesScale(question) || !question.marker) return null
  const { scale, forQuestions } = standing
  return forQuestions === null || forQuestions === asks(stemOf(question)) ? scale : null
}

/** The text above statements that share a scale, and that scale where the text itself has it. */
function opensStatements(
  question: Question,
  next: Block | undefined,
  shared: ReadonlyMap<Question, Scale>,
): { items: BatchItem[]; scale: Scale | null } | null {
  const { stem, help, options, scales, hasRoom, followUps } = question
  if (options.length + followUps.length > 0 || hasRoom || scales.length > 1) return null
  const words = [...stem, ...help]
  if (next?.kind === 'table') {
    const table = readTable(next.rows)
    const isLeadIn = scales.length === 0 && table.asked.some(({ scale }) => scale !== null)
    if (table.scaleOnly && !question.marker && !asks(stemOf(question))) return null
    if (!isLeadIn || (!question.marker && isTitle(question))) return null
    return { items: [wordsItem(words)], scale: null }
  }
  if (next?.kind !== 'question' || question.marker || !next.marker) return null
  if (isBare(question) && shared.has(next) && !isTitle(question))
    return { items: [wordsItem(words)], scale: null }
  const scale = scales[0]?.scale ?? splitAsked(stemOf(question)).scale
  if (!scale || !takesScale(next)) return null
  const said = scales[0] && scale.wording !== null ? [...words, scale.wording] : words
  return { items: said.length > 0 ? [wordsItem(said)] : [], scale }
}

function itemsOfQuestion(
  question: Question,
  given: Scale | null,
  next: Block | undefined,
): BatchItem[] {
  const { options, scales, followUps } = question
  const below = followUps.map((text) => textItem({ description: withoutBlank(text) }))
  const ownScales = scales.map(({ scale }) => scale)
  const [scale = given] = ownScales
  const points = pointsOf(question)
  if (points) return [...asked(question, points), ...below]
  if (options.length > 0 && (scale || splitAsked(stemOf(question)).scale))
    return [...statements(question, scale ?? splitAsked(stemOf(question)).scale), ...below]
  if (options.length > 0) return [...withChoices(question), ...below]
  if (ownScales.length > 1) return [...pairs(question, ownScales), ...below]
  if (scale) return [...asked(question, scale), ...below]
  const isOpen = isAnswered(question) || question.marker || asks(stemOf(question))
  const isField =
    /[:：]$/.test(stemOf(question)) && stemOf(question).length <= 40 && !nextIsBelow(next)
  if (isOpen || isField || isFollowUp(stemOf(question))) return [...byItself(question), ...below]
  return isTitle(question) && next ? [headingItem(stemOf(question))] : [wordsItem(question.stem)]
}

const nextIsBelow = (next: Block | undefined) =>
  next?.kind === 'table' || (next?.kind === 'question' && next.marker !== null)

function isTitle({ stem }: Question) {
  const [text = ''] = stem
  return stem.length === 1 && text.length <= 80 && !/[.:;,!…？?]$/u.test(text)
}

/** A question with a scale; a text above where there is no question, but the scale alone. */
function asked(question: Question, scale: Scale): BatchItem[] {
  const { help } = question
  const description = withoutBlank(stemOf(question)) || stemOf(question)
  if (description !== '') return [scaleItem({ description, help }, scale)]
  return [wordsItem([...help, ...scale.points.map(({ label }) => label)])]
}

/** Points that are written as choices, `1 = never` and so on. */
function pointsOf({ options }: Question): Scale | null {
  if (options.length < 2 || !options.every(({ marker }) => marker?.style === 'point')) return null
  const points = options.map(({ marker, text }) => {
    const value = String(marker?.number)
    return { value, label: tidy(`${value} – ${text}`) }
  })
  return { points, wording: null }
}

function statements({ stem, help, options }: Question, scale: Scale | null): BatchItem[] {
  const words = scale?.wording ? [...stem, ...help, scale.wording] : [...stem, ...help]
  const plain = scale && { points: scale.points, wording: null }
  const rated = options.map(({ text }) =>
    plain
      ? scaleItem({ description: withoutBlank(text) || text, help: [] }, plain)
      : textItem({ description: text }),
  )
  return words.length > 0 ? [wordsItem(words), ...rated] : rated
}

/** Choices of a question, or questions of their own below a text. */
function withChoices(question: Question): BatchItem[] {
  const { stem, help, options } = question
  const parts = options.filter(
    ({ marker, text }) => marker && (asks(text) || hasAnswers(text) || fieldsIn(text).length > 0),
  )
  if (parts.length * 2 > options.length) {
    const words = [...stem, ...help]
    const below = options.flatMap(({ text }) => byItself(questionOf(text, null)))
    return words.length > 0 ? [wordsItem(words), ...below] : below
  }
  const labels = options.map(({ text }) => text)
  const description = stemOf(question)
  return description === ''
    ? [wordsItem(labels)]
    : choiceItems({ description: withoutBlank(description) || description, help }, labels)
}

/** Rows of numbers between two words each: a pair of opposites an item. */
function pairs(question: Question, scales: readonly Scale[]): BatchItem[] {
  const paired = scales.map((scale) => {
    const wordsAt = (at: number) => scale.points.at(at)?.label.replace(/^-?\d+(?: – |$)/, '') ?? ''
    return { scale, ends: [wordsAt(0), wordsAt(-1)].filter((word) => word !== '').join(' – ') }
  })
  const differ = new Set(paired.map(({ ends }) => ends)).size === paired.length
  const [first] = scales
  if (!differ || paired.some(({ ends }) => ends === '')) return first ? asked(question, first) : []
  const below = paired.map(({ scale, ends }) => scaleItem({ description: ends }, scale))
  const words = [...question.stem, ...question.help]
  return words.length > 0 ? [wordsItem(words), ...below] : below
}

/** A question whose answers stand on its own line, or that is answered in words. */
function byItself(question: Question): BatchItem[] {
  const { help } = question
  const text = stemOf(question)
  const { stem, options, scale, range } = splitAsked(text)
  if (options.length > 0) return choiceItems({ description: stem, help }, options)
  if (scale) return [scaleItem({ description: stem, help }, scale)]
  const fields = fieldsIn(text)
  if (fields.length > 1) return fields.map((description) => textItem({ description }))
  const endsInBlank = hasBlank(text) && /[_.…\s]$/u.test(text)
  const description = endsInBlank ? withoutBlank(text) || text : text
  return description === '' ? [] : [textItem({ description, help }, range)]
}

function itemsOfTable({ leadIn, asked: rows }: TableRead): BatchItem[] {
  const items = rows.flatMap(({ text, scale, choices }) => {
    if (scale && choices.length === 0) return [scaleItem({ description: text }, scale)]
    const [only = ''] = choices
    if (scale) return [scaleItem({ description: text }, scale)]
    const range = /^\(?(\d{1,2})\s*[-–]\s*(\d{1,2})\)?$/.exec(only)
    const points = range && scaleOfNumbers(Number(range[1]), Number(range[2]))
    if (choices.length === 1 && points) return [scaleItem({ description: text }, points)]
    const listed = choices.length === 1 ? choicesInLine(only) : choices
    if (listed.length > 1) return choiceItems({ description: text }, listed)
    return [...byItself({ ...questionOf(text, null), help: [...choices] })]
  })
  return leadIn === null ? items : [wordsItem([leadIn]), ...items]
}
