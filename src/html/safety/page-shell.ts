import { scanHtml, type HtmlToken } from '#html/parse/scan-html.ts'

const SHELL = new Set(['html', 'head', 'body'])

/** What stands in a head; anything else that is seen ends it. */
const IN_HEAD = new Set('meta link title style script base noscript template object xml'.split(' '))

/** A document type, or the declaration at the start of an XHTML page. */
const DECLARATION = /^<(?:!doctype|\?xml)\b/i

/** What office programs and clipboards write around the parts of a page that only some programs read. */
const OFFICE_COMMENT = /^<!(?:--)?\s*\[(?:if|endif)\b|^<!--(?:Start|End)Fragment-->$/i

/**
 * `html` without the shell of a page: document type, `<html>`, `<head>`, `<body>`, their end tags, the
 * settings and comments of the head, and the comments of office programs. What is inside keeps its bytes, but for space at
 * both ends. A text without a shell comes back as it is.
 *
 * A browser that reads a text leaves these tags out, so that comparing what it has read never shows them.
 */
export function withoutPageShell(html: string): string {
  if (!/<(?:!doctype|\?xml|\/?(?:html|head|body))[\s/>]/i.test(html)) return html
  let inside = ''
  let hasShell = false
  let inHead = false
  for (const token of scanHtml(html)) {
    const text = html.slice(token.start, token.end)
    if (token.name === 'head') inHead = token.kind === 'open'
    else if (inHead && endsHead(token, text)) inHead = false
    const isTag =
      SHELL.has(token.name) ||
      (inHead && token.name === 'meta') ||
      (token.kind === 'hidden' && DECLARATION.test(text))
    const isComment = token.kind === 'hidden' && text.startsWith('<!')
    if (isTag) hasShell = true
    else if (!isComment || !(inHead || OFFICE_COMMENT.test(text))) inside += text
  }
  return hasShell ? inside.trim() : html
}

function endsHead({ kind, name }: HtmlToken, text: string): boolean {
  if (kind === 'open') return !IN_HEAD.has(name) && !name.includes(':')
  return kind === 'text' && text.trim() !== ''
}
