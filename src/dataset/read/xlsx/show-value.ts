import { format, getFormatFromId, isDateFormat } from 'numfmt'

const DAYS_FROM_1900_TO_1904 = 1_462
const DAYS_FROM_1900_TO_1970 = 25_569
const KEPT = 5_000
/** Further zeros after the point are written as an exponent, and so are numbers of 21 digits. */
const MOST_ZEROS = 8
const MOST_DIGITS = 20

/** A number as Excel shows it in a wide cell without a format: 15 digits, without their noise. */
export function showGeneral(value: number): string {
  if (!Number.isFinite(value)) return ''
  // Most numbers are whole, or are as short as they were typed.
  const plain = String(value)
  if (plain.length <= 15 && !plain.includes('e')) return Object.is(value, -0) ? '0' : plain
  const rounded = Number(value.toPrecision(15))
  if (rounded === 0) return '0'
  const [digits = '', exponent = '0'] = rounded.toExponential().split('e')
  const power = Number(exponent)
  if (power >= -MOST_ZEROS - 1 && power < MOST_DIGITS) {
    const decimals = digits.replace(/^-?\d\.?/u, '').length - power
    return power < 0 ? rounded.toFixed(decimals) : String(rounded)
  }
  return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

interface NumberFormat {
  readonly code: string
  readonly isGeneral: boolean
  /** Counts days from the epoch, which a workbook may have moved. */
  readonly isDate: boolean
  /** Shows text in another way than it is. */
  readonly changesText: boolean
  readonly shown: Map<string, string>
}

function toNumberFormat(code: string): NumberFormat {
  const plain = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/gu, '')
  return {
    code,
    isGeneral: code === '' || /^(?:general|@)$/iu.test(code),
    isDate: isDateFormat(code) && !/\[(?:h+|m+|s+)\]/iu.test(code),
    changesText: plain.includes('@') && code.trim() !== '@',
    shown: new Map(),
  }
}

/** Shows values as a sheet does, by the number formats of its cells. */
export class ValueFormats {
  readonly #styles: readonly NumberFormat[]
  readonly #general = toNumberFormat('General')
  readonly #shift: number

  /**
   * @param formatIds The number format of each style of cells.
   * @param codes Formats that the workbook defines, by their ids.
   * @param is1904 Whether days are counted from 1904.
   */
  constructor(formatIds: readonly number[], codes: ReadonlyMap<number, string>, is1904: boolean) {
    const formats = new Map<number, NumberFormat>()
    this.#styles = formatIds.map((id) => {
      let known = formats.get(id)
      if (!known) {
        known = toNumberFormat(codes.get(id) ?? getFormatFromId(id))
        formats.set(id, known)
      }
      return known
    })
    this.#shift = is1904 ? DAYS_FROM_1900_TO_1904 : 0
  }

  /** @param raw A number as the file has it. What is none is shown as it is. */
  showNumber(raw: string, style: number): string {
    const numberFormat = this.#styles[style] ?? this.#general
    if (numberFormat.isGeneral) {
      const value = Number(raw)
      return Number.isFinite(value) ? showGeneral(value) : raw
    }
    const known = numberFormat.shown.get(raw)
    if (known !== undefined) return known
    const value = Number(raw)
    const text = Number.isFinite(value) ? this.#format(value, numberFormat) : raw
    if (numberFormat.shown.size > KEPT) numberFormat.shown.clear()
    numberFormat.shown.set(raw, text)
    return text
  }

  /** @param time A date of the file, in milliseconds from 1970. */
  showDate(time: number, style: number): string {
    return this.showNumber(String(time / 86_400_000 + DAYS_FROM_1900_TO_1970 - this.#shift), style)
  }

  showText(text: string, style: number): string {
    const numberFormat = this.#styles[style]
    if (!numberFormat?.changesText) return text
    try {
      return format(numberFormat.code, text) || text
    } catch {
      return text
    }
  }

  #format(value: number, { code, isDate }: NumberFormat): string {
    try {
      // Spaces only line numbers up. A format that hides its value would lose it.
      return format(code, isDate ? value + this.#shift : value).trim() || showGeneral(value)
    } catch {
      return showGeneral(value)
    }
  }
}
