import * as fc from 'fast-check'

/** Stands for a word until all of them are numbered. */
const WORD = '§'

const INLINE = 'b strong i em a u span code font mark small sub kbd nobr ruby q'.split(' ')
const BLOCKS = 'p div h2 blockquote section center pre details address figure'.split(' ')
const LISTS = 'ul ol li dl dt dd'.split(' ')
const TABLES = 'table tbody tr td th caption'.split(' ')
/** What cleaning unwraps or takes out. */
const REMOVED =
  'form crowd-form crowd-card fieldset label button svg select option textarea video o:p my-box html body'.split(
    ' ',
  )
const NAMES = [...INLINE, ...BLOCKS, ...LISTS, ...TABLES, ...REMOVED]

const ATTRIBUTES = [
  '',
  '',
  '',
  '',
  ' class="c"',
  ' CLASS=c',
  ' style="color: red"',
  ' title="a > b"',
  ' href="https://example.org"',
  ' id=x data-y',
  ' onclick="x()"',
  ' dir="rtl"',
]

const LEAVES = [
  '<br>',
  '<br/>',
  '<hr>',
  '<wbr>',
  '<img src="https://example.org/a.png" alt="a">',
  '<!-- note -->',
  '<!---->',
  '<!--§-->',
  '<input name="attributes">',
  '<script>1</script>',
  '&amp;',
  '&copy',
  '&nbsp;',
  '&lt;b&gt;',
  '<',
  '\n',
  '\n\n  ',
  ' ',
  '\u00a0',
  '<!doctype html>',
]

/** Pieces of text that were written by people and programs, well-formed or not. */
const PARTS = [
  '<p>§</p>',
  '<p>§ <b>§</b> §</p>\n',
  '<P CLASS=a>§ &amp; §</P>',
  '<p>§',
  '<p></p>',
  '<p><br></p>',
  '<ul><li>§<li>§</ul>',
  '<ol>\n<li>§</li>\n<li><p>§</p></li>\n</ol>\n',
  '<li>§</li>',
  '<table><tr><td>§<td>§</table>',
  '<table>§<tr><th>§</th></tr></table>',
  '<td>§</td>',
  '<table><caption></caption><tbody><tr><td>§</td></tr></tbody></table>',
  '<form action="/x"><!-- § --><p>§</p><p>§</p></form>',
  '<crowd-form>\n <p>§</p>\n <p>§</p>\n</crowd-form>',
  '<my-a>§</my-a><my-b>§</my-b>',
  '<details><summary>§</summary>§</details>',
  '<pre>\n§\n §</pre>',
  '<p><b>§<p>§</p>',
  '<b>§<p>§</p>',
  '<a href="https://example.org">§<p>§</p>',
  '<span><p>§</p></span>',
  '<p><i>§</p><hr>',
  '<div>§<p>§',
  '<div><p>§</p>§</div>',
  '</div>',
  '</p>',
  '</b>',
  '§',
  ' § ',
  '<h1>§</h2>',
  '<dl><dt>§<dd>§</dl>',
  '<figure><img src="https://example.org/a.png"><figcaption>§</figcaption></figure>',
  '<video src="https://example.org/a.mp4">§</video>',
  '<ruby>§<rt>§</rt></ruby>',
  '<p title="§>§</p>',
]

const tag = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom(...ATTRIBUTES),
    fc.constantFrom('open', 'open', 'close', 'OPEN', 'self'),
  )
  .map(([name, attributes, form]) => {
    if (form === 'close') return `</${name}>`
    if (form === 'OPEN') return `<${name.toUpperCase()}${attributes}>`
    return `<${name}${attributes}${form === 'self' ? '/' : ''}>`
  })

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PARTS) },
  { weight: 3, arbitrary: tag },
  { weight: 2, arbitrary: fc.constant(`${WORD} `) },
  { weight: 2, arbitrary: fc.constantFrom(...LEAVES) },
)

/** A well-formed element around a few pieces, which may break it. */
const wrapped = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom(...ATTRIBUTES),
    fc.array(piece, { maxLength: 4 }),
  )
  .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name}>`)

/**
 * HTML as no editor would write it: elements left open, end tags without a beginning, blocks in lines,
 * wrappers that cleaning removes, comments, all next to well-formed blocks. Every word in it is another
 * one: `w1`, `w2`, ….
 */
export const brokenSources: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, wrapped), { minLength: 1, maxLength: 8 })
  .map((parts) => {
    let count = 0
    return parts.join('').replaceAll(WORD, () => `w${(count += 1)}`)
  })
