import { Marked } from 'marked'

/** Each is enough: nobody writes these by accident. */
const CERTAIN: readonly RegExp[] = [
  /^ {0,3}#{2,6} +\S/m,
  /^ {0,3}(?:```|~~~)[\w+#-]* *\n[\s\S]{0,9999}?^ {0,3}(?:```|~~~) *$/m,
  /(?<![\p{L}\p{N}*])\*\*(?![\s*])[^*\n]{1,200}(?<!\s)\*\*(?![\p{L}\p{N}*])/u,
  /!?\[[^\]\n]{1,200}\]\((?:https?:\/\/|mailto:)[^\s)]{1,500}\)/,
  /^ {0,3}\|?(?: *:?-{3,}:? *\|)+ *:?-{3,}:? *\|? *$/m,
  /^ {0,3}[-*+] \[[ xX]\] +\S/m,
]

/** Two of these are: each may stand in ordinary prose. */
const LIKELY: readonly RegExp[] = [
  /^ {0,3}# +\S/m,
  /^ {0,3}[-*+] +\S.*\n(?:[ \t]*\n)? {0,3}[-*+] +\S/m,
  /^ {0,3}1\. +\S.*\n(?:[ \t]*\n)? {0,3}2\. +\S/m,
  /(?<![\p{L}\p{N}`])`(?![\s`])[^`\n]{1,100}`(?![\p{L}\p{N}`])/u,
  /(?<![\p{L}\p{N}*_])([*_])(?![\s*_])[^*_\n]{1,100}(?<!\s)\1(?![\p{L}\p{N}*_])/u,
  /^ {0,3}(?:-{3,}|\*{3,}|_{3,}) *$/m,
  /^\S.*\n(?:={3,}|-{3,}) *$/m,
  /^> +\S/m,
]

/** Whether plain text is evidently Markdown. A dash, a star or a number alone never is. */
export function isMarkdown(text: string): boolean {
  if (CERTAIN.some((sign) => sign.test(text))) return true
  return LIKELY.filter((sign) => sign.test(text)).length >= 2
}

const reader = new Marked({
  gfm: true,
  tokenizer: {
    // What looks like a tag is something to be read: "<your name>".
    html: () => undefined,
    tag: () => undefined,
  },
})

/** Markdown as HTML, not yet safe: it has to go through the clean-up like any other. */
export function markdownToHtml(text: string): string {
  return reader.parse(text, { async: false })
}
