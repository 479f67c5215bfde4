import type { Context } from 'hono'
import { answerJson, notFound, wrongMethod } from '#server/http/answers.ts'
import type { StaticFile } from './static-files.ts'

type Files = ReadonlyMap<string, StaticFile>

/**
 * The page for an address that is not a file: the prerendered form for the form's own addresses, the
 * bare frame for every other. `has` says which pages the build made.
 */
export function pageFor(path: string, has: (page: string) => boolean) {
  const bare = path.replace(/\/+$/, '') || '/'
  if (bare === '/' || bare === '/practice/new') return '/index.html'
  const wanted = bare === '/prolific/new' ? '/prolific.html' : '/app.html'
  return has(wanted) ? wanted : '/index.html'
}

function encodingFor(request: Request) {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

async function answerFile(request: Request, file: StaticFile) {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
    vary: 'accept-encoding',
  })
  if (file.policy) {
    const imageHosts = new URL(request.url).searchParams.getAll('img')
    headers.set('content-security-policy', file.policy(imageHosts))
  }
  if (file.immutable) headers.set('etag', `"${file.etag}"`)
  if (file.immutable && request.headers.get('if-none-match') === `"${file.etag}"`) {
    return new Response(null, { status: 304, headers })
  }
  const encoding = encodingFor(request)
  const bytes = encoding ? await file.encoded(encoding) : file.bytes
  if (encoding && bytes !== file.bytes) headers.set('content-encoding', encoding)
  return new Response(bytes, { headers })
}

/**
 * Answers with the built app. A missing file is a JSON 404, never a page, so that a broken address in
 * the app shows itself; an address without a file ending opens the app.
 */
export function serveApp(files: Files) {
  return async (c: Context) => {
    const { path, method, raw } = c.req
    if (method !== 'GET' && method !== 'HEAD') return wrongMethod(['GET', 'HEAD'])
    const file = files.get(path)
    if (file) return answerFile(raw, file)
    const isFileName = /\.[^/]*$/.test(path)
    const page = isFileName ? undefined : files.get(pageFor(path, (name) => files.has(name)))
    if (page) return answerFile(raw, page)
    return files.size === 0
      ? answerJson({ message: 'The app is not built. Run npm run build.' }, 404)
      : notFound('There is nothing at this address.')
  }
}
