import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { serializeFragment } from '#html/parse/inert-document.ts'

type Page = {
  title: string
  /** One style sheet of ours. Throws when it would end its own element. */
  styles: string
  /** Cleaned nodes that do nothing. */
  content: DocumentFragment
}

/**
 * A whole page as one file that needs nothing else. Its own policy lets nothing run, load or leave it,
 * wherever it is opened from, a disk included.
 */
export function selfContainedPage({ title, styles, content }: Page): string {
  if (/<\/style/i.test(styles)) throw new Error('A style sheet cannot contain its own end.')
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${base64(sha256(utf8ToBytes(styles)))}'`,
    // The alignment that is in a researcher's HTML.
    "style-src-attr 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
${serializeFragment(content)}
</body>
</html>
`
}

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function base64(bytes: Uint8Array) {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
}
