/** Made once: `toLocaleString` makes a formatter for every number, which a long list feels. */
const number = new Intl.NumberFormat()

/** "2,000": a count as this reader writes it. */
export function grouped(count: number) {
  return number.format(count)
}

/** "1 item", "105 items", "2,000 items". */
export function counted(count: number, noun: string) {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}
