import { choicesInLine, scaleLine, splitAsked } from '#questions/paste/answers/answers-in-line.ts'
import {
  hasAnswers,
  isAnswered,
  isBare,
  opensChoices,
  questionOf,
  type Block,
  type Question,
} from './blocks.ts'
import {
  askForOther,
  asks,
  hasBlank,
  isFollowUp,
  isHint,
  isPageNumber,
  limitIn,
  withoutBlank,
} from '#questions/paste/lines/form-words.ts'
import { tidy, type Line } from '#questions/paste/lines/lines.ts'
import { belongsBelow, numbersAreChoices } from './numbered-choices.ts'
import { tableAt } from './table-lines.ts'

/** The lines of a text as questions with what stands below them, tables, and what fits in nowhere. */
export function groupLines(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let open: Question | null = null
  const begin = (line: Line) => {
    const { text, marker, indent } = line
    // The meaning of points with no text above them.
    const isPoint = marker?.style === 'point'
    open = questionOf(isPoint ? '' : text, isPoint ? null : marker)
    if (isPoint) open.options.push({ marker, text, indent })
    blocks.push(open)
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) break
    const rows = tableAt(lines, at, open)
    if (rows.length > 0) {
      blocks.push({ kind: 'table', rows })
      at += rows.length - 1
      open = null
    } else if (!/[\p{L}\p{N}_○□☐…]/u.test(line.raw)) continue
    else if (isPageNumber(line.raw) && !(open && isBare(open) && !line.isApart))
      blocks.push({ kind: 'lost', line })
    else if (!takeLine(open, line, lines, at)) {
      if (line.marker?.kind === 'box' || (line.marker?.kind === 'bullet' && !standsAlone(line)))
        blocks.push({ kind: 'lost', line })
      else begin(line)
    }
  }
  return blocks
}

function standsAlone({ text }: Line) {
  return asks(text) || hasBlank(text) || hasAnswers(text)
}

/** Takes a line into the question above it; false when it begins something new. */
function takeLine(open: Question | null, line: Line, lines: readonly Line[], at: number) {
  if (!open) return false
  if (!line.marker) return takePlain(open, line, lines, at)
  const { kind } = line.marker
  // A line with nothing but the number of a question: its text is below.
  if (open.stem.length === 0 && open.marker && kind !== 'worded' && kind !== 'number') {
    open.stem.push(line.text)
    return true
  }
  const inLine = kind === 'box' ? choicesInLine(line.raw) : []
  if (inLine.length > 1) {
    for (const text of inLine) open.options.push({ marker: line.marker, text, indent: line.indent })
    return true
  }
  if (kind === 'box' && scaleLine(line.raw)) return takeAnswer(open, { ...line, text: line.raw })
  const isBelow =
    kind === 'number'
      ? belongsBelow(open, line) && (open.marker !== null || numbersAreChoices(open, lines, at))
      : kind !== 'worded' && !isNext(open, line)
  if (isBelow) open.options.push({ marker: line.marker, text: line.text, indent: line.indent })
  return isBelow
}

/** Whether a letter or sign goes on with the list that the open question is in. */
function isNext({ marker, options }: Question, line: Line) {
  if (!marker || marker.style !== line.marker?.style) return false
  if (marker.number !== null) return line.marker.number === marker.number + 1
  return options.length === 0 || options[0]?.marker?.style !== marker.style
}

function takePlain(open: Question, line: Line, lines: readonly Line[], at: number) {
  const { text } = line
  const last = open.stem.at(-1)
  if (last === undefined) {
    open.stem.push(text)
    return true
  }
  if (takeAnswer(open, line)) return true
  const lastOption = open.options.at(-1)
  if (lastOption && askForOther(text)) {
    open.options.push({ marker: null, text, indent: line.indent })
    return true
  }
  if (isFollowUp(text) && isAnswered(open)) {
    open.followUps.push(text)
    return true
  }
  if (
    hasBlank(text) &&
    isBare(open) &&
    !line.isApart &&
    asks(last) &&
    withoutBlank(text).length < 30
  ) {
    open.hasRoom = true
    open.help.push(withoutBlank(text))
    return true
  }
  if (isBare(open) && !line.isApart && !hasBlank(last) && wraps(last, line)) {
    open.stem[open.stem.length - 1] = `${last} ${text}`
    return true
  }
  if (hasBlank(text) || asks(text) || text.endsWith(':')) return false
  if (lastOption) return takeBelowOptions(open, line)
  return isBare(open) && !hasAnswers(last) && takeBelowStem(open, lines, at)
}

/** Scales, rows of choices, empty lines and hints on lines of their own. */
function takeAnswer(open: Question, line: Line) {
  const { text, isApart } = line
  const scale = scaleLine(text)
  if (scale && open.followUps.length === 0) {
    open.scales.push({ text, scale, isApart })
    return true
  }
  if (isEmptyLine(text)) {
    open.hasRoom = true
    return true
  }
  if (isHint(text) && isBare(open) && !line.isApart) {
    open.help.push(tidy(text))
    return true
  }
  const lastIsStatement = open.options.length > 1 && open.scales.length === 0
  const inLine = lastIsStatement || isBare(open) ? choicesInLine(text) : []
  if (inLine.length < 2 || (lastIsStatement && inLine.length < 3)) return false
  if (isBare(open) && !open.marker && !opensChoices(open.stem.at(-1) ?? '')) return false
  if (lastIsStatement) {
    const points = inLine.map((label, at) => ({ label, value: String(at + 1) }))
    open.scales.push({ text, scale: { points, wording: null }, isApart })
  } else
    for (const label of inLine)
      open.options.push({ marker: null, text: label, indent: line.indent })
  return true
}

/** Whether a line is there to be written on. */
const isEmptyLine = (text: string) => /^[_\s.…]+$/.test(text)

/** Whether a line goes on with the sentence of the line above, which was broken to fit a page. */
function wraps(last: string, { text }: Line) {
  if (last.length > 1500 || /[.!:;…]$/u.test(last) || asks(last)) return false
  const isLong = last.length >= 45
  return (isLong && (/^\p{Ll}/u.test(text) || asks(text))) || /[,(–]$/u.test(last)
}

function takeBelowOptions(open: Question, line: Line) {
  const last = open.options.at(-1)
  if (!last || line.isApart || open.scales.length > 0) return false
  const { text, indent } = line
  if (last.marker && (/^[\p{Ll}(]/u.test(text) || indent > last.indent)) {
    last.text = `${last.text} ${text}`
    return true
  }
  if (last.marker || text.length > 80) return false
  open.options.push({ marker: null, text, indent })
  return true
}

function takeBelowStem(open: Question, lines: readonly Line[], at: number) {
  const line = lines[at]
  const last = open.stem.at(-1) ?? ''
  if (!line) return false
  const next = lines[at + 1]
  if (next && !next.isApart && isEmptyLine(next.text) && !open.marker) return false
  const isRun = isChoiceLine(line) && next !== undefined && !next.isApart && isChoiceLine(next)
  const isOpen = opensChoices(last) || limitIn(last) !== null || open.help.length > 0
  if (isRun && (isOpen || (open.marker !== null && !line.isApart))) {
    open.options.push({ marker: null, text: line.text, indent: line.indent })
    return true
  }
  if (line.isApart) return false
  if (open.marker || asks(last)) open.help.push(tidy(line.text))
  else open.stem.push(line.text)
  return true
}

function isChoiceLine({ marker, text, cells }: Line) {
  if (marker || cells.length > 0 || text.length > 80 || /[:;]$/.test(text) || asks(text))
    return false
  return (
    scaleLine(text) === null &&
    splitAsked(text).options.length === 0 &&
    !isHint(text) &&
    !isEmptyLine(text)
  )
}
