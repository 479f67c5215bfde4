import { html, raw } from 'hono/html'
import { hashInline } from './security-headers.ts'

const STYLE = `
  :root { color-scheme: light dark; font: 15px/24px ui-sans-serif, system-ui, "Segoe UI", Roboto, sans-serif; }
  body { margin: 0; background: light-dark(#f7f6f2, #15181c); color: light-dark(#1e2226, #e7e9ec); }
  main { max-width: 30rem; margin: 12vh auto 0; padding: 0 16px; }
  h1 { margin: 0 0 12px; font-size: 26px; line-height: 34px; font-weight: 650; }
  form { display: grid; gap: 6px; margin: 24px 0; }
  label { font-weight: 600; }
  input, button { box-sizing: border-box; min-height: 44px; padding: 0 12px; border-radius: 8px; font: inherit; font-size: 16px; }
  input { border: 1px solid light-dark(#7f848b, #7c858f); background: light-dark(#fff, #1d2126); color: inherit; }
  button { justify-self: start; margin-top: 10px; padding: 0 20px; border: 0; background: light-dark(#2b5bb5, #8fb4ff); color: light-dark(#fff, #0e1a30); font-weight: 550; cursor: pointer; }
  a { color: light-dark(#2b5bb5, #8fb4ff); }
  :focus-visible { outline: 2px solid light-dark(#2b5bb5, #8fb4ff); outline-offset: 2px; }
  .error { margin: 0; color: light-dark(#a8231b, #ffb1a8); font-weight: 550; }
  .note { color: light-dark(#59616a, #a6aeb8); }
`

const SHEET = `<style>${STYLE}</style>`

/** Nothing but its own style and a form that goes back to this server. */
const policy = [
  "default-src 'none'",
  `style-src ${hashInline(SHEET).styles.join(' ')}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

async function pageOf(status: number, head: unknown, body: unknown, more = {}) {
  const text = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${head}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`
  return new Response(String(text), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      // Without a referrer a browser says of a form that it comes from nowhere, and the guard refuses it.
      'referrer-policy': 'same-origin',
      ...more,
    },
  })
}

// In one piece: its hash is of every byte between the tags.
const styled = (title: string) => html`<title>${title}</title>${raw(SHEET)}`

type AccessPage = {
  path: string
  error?: string
  status?: number
  headers?: Record<string, string>
}

/** A page that asks for the access secret and says where to find it. Works without any script. */
export async function accessPage({ path, error, status = 401, headers }: AccessPage) {
  const problem = error && html`<p class="error" id="error" role="alert">${error}</p>`
  return pageOf(
    status,
    styled('Access – Batch Composer'),
    html`<h1>This Batch Composer is locked</h1>
      <p>
        Open the link that the server printed when it started, or enter its access secret. Your
        administrator knows both.
      </p>
      <form method="post">
        <label for="secret">Access secret</label>
        <input
          id="secret"
          name="access"
          type="password"
          autocomplete="current-password"
          aria-describedby="error"
          required
          autofocus
        />
        ${problem}
        <button>Open</button>
      </form>
      <p class="note">
        Opened it in this browser before? Links from emails and chats need a second try:
        <a href="${path}">open this page again</a>.
      </p>`,
    headers,
  )
}

/**
 * Goes on to a page of this server by itself. A browser keeps the cookie back while it follows a link of
 * another site, redirects included, and sends it once a page of this server leads on.
 */
export const goOnPage = async (path: string, headers: Record<string, string> = {}) =>
  pageOf(
    200,
    html`<meta http-equiv="refresh" content="0; url=${path}" />${styled('Batch Composer')}`,
    html`<p><a href="${path}">Go on to Batch Composer</a></p>`,
    headers,
  )
