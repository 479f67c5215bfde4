/** "1 item", "105 items", "2,000 items". */
export function counted(count: number, noun: string) {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`
}
