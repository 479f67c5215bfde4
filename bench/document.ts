const WORDS =
  'please read each product review with care and decide whether its author was pleased or not before you write one short reason in your own words'.split(
    ' ',
  )
const WORDS_IN_A_SECTION = 186

/** A task text of about `words` words: headings, paragraphs with bold and italic, and lists. */
export function documentOf(words: number) {
  const sections = Math.ceil(words / WORDS_IN_A_SECTION)
  return Array.from({ length: sections }, (_, at) => section(at)).join('')
}

function section(at: number) {
  // Every section begins elsewhere in the sentence, so that no two blocks are alike.
  let next = at * 7
  const take = (count: number) => {
    next += count
    return Array.from({ length: count }, (_, word) => WORDS[(next + word) % WORDS.length]).join(' ')
  }
  return [
    `<h2>${take(5)}</h2>`,
    `<p>${take(30)} <strong>${take(3)}</strong> ${take(20)} <em>${take(2)}</em> ${take(10)}</p>`,
    `<p>${take(60)}</p>`,
    `<ol><li>${take(12)}</li><li>${take(12)}</li><li>${take(12)}</li></ol>`,
    `<ul><li>${take(10)}</li><li>${take(10)}</li></ul>`,
  ].join('')
}
