/** What people call the elements of a text. Any other one is called by its tag. */
const names: Readonly<Record<string, string>> = {
  a: 'Link',
  abbr: 'Abbreviation',
  article: 'Section',
  aside: 'Section',
  b: 'Bold',
  bdi: 'Text direction',
  bdo: 'Text direction',
  big: 'Large text',
  blockquote: 'Quote',
  br: 'Line break',
  caption: 'Table caption',
  center: 'Centered text',
  cite: 'Title of a work',
  code: 'Code',
  del: 'Deleted text',
  details: 'Collapsible part',
  div: 'Container',
  dl: 'List of terms',
  em: 'Italic',
  figcaption: 'Caption',
  figure: 'Figure',
  font: 'Font',
  footer: 'Section',
  h1: 'Title',
  h2: 'Subtitle',
  h3: 'Small heading',
  h4: 'Small heading',
  h5: 'Small heading',
  h6: 'Small heading',
  header: 'Section',
  hr: 'Divider',
  i: 'Italic',
  img: 'Picture',
  ins: 'Inserted text',
  kbd: 'Keyboard key',
  li: 'List item',
  main: 'Section',
  mark: 'Highlighted text',
  menu: 'Bulleted list',
  nav: 'Section',
  ol: 'Numbered list',
  p: 'Paragraph',
  pre: 'Code block',
  q: 'Inline quote',
  ruby: 'Reading aid (ruby)',
  s: 'Strikethrough',
  samp: 'Sample output',
  section: 'Section',
  small: 'Small text',
  span: 'Styled text',
  strike: 'Strikethrough',
  strong: 'Bold',
  sub: 'Subscript',
  summary: 'Heading of a collapsible part',
  sup: 'Superscript',
  table: 'Table',
  td: 'Table cell',
  th: 'Table header',
  time: 'Date or time',
  tr: 'Table row',
  tt: 'Code',
  u: 'Underline',
  ul: 'Bulleted list',
  var: 'Variable',
  wbr: 'Optional line break',
}

const attributeNames: Readonly<Record<string, string>> = {
  align: 'Alignment',
  alt: 'Alternative text',
  cite: 'Source',
  class: 'Class',
  colspan: 'Merged columns',
  dir: 'Text direction',
  height: 'Height',
  hidden: 'Hidden',
  href: 'Address',
  id: 'Anchor',
  lang: 'Language',
  rel: 'Link relation',
  reversed: 'Reversed numbering',
  rowspan: 'Merged rows',
  start: 'First number',
  style: 'Style',
  target: 'Target window',
  title: 'Tooltip',
  type: 'Numbering style',
  value: 'Custom number',
  width: 'Width',
}

/** "Link" for `a`; `<dfn>` for an element that has no everyday name. */
export function partName(tag: string): string {
  return wordFor(tag, names) ?? `<${tag}>`
}

/** "Style" for `style`; “data-x” in quotes for an attribute that has no everyday name. */
export function attributeName(attribute: string): string {
  return wordFor(attribute, attributeNames) ?? `“${attribute}”`
}

/** The word that a list has for a name from a text, which may be any, such as `constructor`. */
export function wordFor(name: string, words: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}
