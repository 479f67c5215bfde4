// @vitest-environment node
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { AppConfig } from '#contract/app-config.ts'
import { commonHeaders, hashInline } from '#server/http/security-headers.ts'
import { pageFor } from './static.ts'
import { readStaticFiles } from './static-files.ts'
import { openApp } from '#server/testing/app-fixture.ts'
import { newDataFolder } from '#server/testing/built-server.ts'

const script = `export const words = '${'much the same '.repeat(200)}'`
const files = {
  'index.html': '<!doctype html><title>Form</title><style>body{margin:0}</style>',
  'prolific.html': '<!doctype html><title>Form for Prolific</title>',
  'app.html': '<!doctype html><title>Frame</title>',
  'preview.html': '<!doctype html><title>Preview</title>',
  'assets/app-1a2b.js': script,
  'assets/photo-3c4d.png': 'not really',
  'config.json': '{"backends":[]}',
  _headers: '/*',
}

async function openBuilt() {
  const folder = join(await newDataFolder(), 'client')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await Promise.all(
    Object.entries(files).map(async ([name, text]) => writeFile(join(folder, name), text)),
  )
  return openApp({ files: readStaticFiles(folder) })
}

describe('pages', () => {
  test.each([
    ['/', 'Form'],
    ['/practice/new', 'Form'],
    ['/practice/new?draft=1', 'Form'],
    ['/prolific/new', 'Form for Prolific'],
    ['/practice/batches', 'Frame'],
    ['/prolific/batches/0192a3b5-e8f9-7a0b-8c2d-3e4f5a6b7c8d', 'Frame'],
    ['/help', 'Frame'],
    ['/help/writing', 'Frame'],
    ['/anything/else', 'Frame'],
    ['/_headers', 'Frame'],
    ['/preview.html', 'Preview'],
  ])('%s opens "%s" and is never kept by the browser', async (path, title) => {
    const { request } = await openBuilt()
    const response = await request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain(`<title>${title}</title>`)
  })

  test('a build without pages of their own falls back to the one page', () => {
    const only = (page: string) => page === '/index.html'
    expect(pageFor('/prolific/new', only)).toBe('/index.html')
    expect(pageFor('/practice/batches', only)).toBe('/index.html')
  })

  test('the policy of a page knows the style that is written out in it', async () => {
    const { request } = await openBuilt()
    const [hash] = hashInline(files['index.html']).styles
    const policyOf = async (path: string) =>
      (await request(path)).headers.get('content-security-policy')
    expect(await policyOf('/')).toContain(`style-src 'self' ${hash};`)
    expect(await policyOf('/practice/batches')).toContain("style-src 'self';")
  })

  test('only the participant view may be framed, and a request may name its image hosts', async () => {
    const { request } = await openBuilt()
    const preview = await request('/preview.html?img=images.example.org&img=b.org&img=*')
    const policy = preview.headers.get('content-security-policy')
    expect(policy).toContain('img-src data: https://images.example.org https://b.org;')
    expect(policy).toContain("frame-ancestors 'self'")
    expect(preview.headers.get('x-frame-options')).toBeNull()
    const page = await request('/')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('files', () => {
  test('with a hash in their names are kept for ever and asked for once', async () => {
    const { request } = await openBuilt()
    const first = await request('/assets/app-1a2b.js')
    expect(first.headers.get('cache-control')).toContain('immutable')
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await first.text()).toBe(script)
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await request('/assets/app-1a2b.js', { headers })).status).toBe(304)
  })

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('go out compressed to whoever accepts %s', async (accepted, encoding, decompress) => {
    const { request } = await openBuilt()
    const headers = { 'accept-encoding': accepted }
    const response = await request('/assets/app-1a2b.js', { headers })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.byteLength).toBeLessThan(script.length / 5)
    expect(decompress(bytes).toString()).toBe(script)
    const photo = await request('/assets/photo-3c4d.png', { headers })
    expect(photo.headers.get('content-encoding')).toBeNull()
  })

  test.each([
    '/assets/gone-1a2b.js',
    '/assets/app-1a2b.js.map',
    '/favicon.ico',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/practice/api',
    '/practice/api/v1/nothing',
    '/prolific/api/v1/nothing',
  ])('%s is not there, and no page takes its place', async (path) => {
    const { request } = await openBuilt()
    const headers = {
      'x-app-request': '1',
      'sec-fetch-site': 'same-origin',
    }
    const response = await request(path, { headers })
    expect([path, response.status]).toEqual([path, 404])
    expect(await response.json()).toHaveProperty('error.status', 404)
  })

  test('are only read', async () => {
    const { request } = await openBuilt()
    const response = await request('/assets/app-1a2b.js', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

test('config.json is made by the server, not read from the build', async () => {
  const { request } = await openBuilt()
  const config = AppConfig.parse(await (await request('/config.json')).json())
  expect(
    config.backends.map(({ place: environment, connected }) => [environment, connected]),
  ).toEqual([
    ['practice', true],
    ['prolific', false],
  ])
  expect(config.backends[0]?.datasets[0]?.fields).toContain('review')
})

test.each([
  ['a page', '/', 200],
  ['a file', '/assets/app-1a2b.js', 200],
  ['config.json', '/config.json', 200],
  ['a missing file', '/assets/x.js', 404],
  ['an API without a token', '/practice/api/v1/users/me/', 401],
  ['a refused host', '/', 403],
])('%s carries every header that protects it', async (what, path, status) => {
  const { request } = await openBuilt()
  const headers = what === 'a refused host' ? { host: 'evil.example' } : {}
  const response = await request(path, { headers })
  expect(response.status).toBe(status)
  expect(Object.fromEntries(response.headers)).toMatchObject(
    Object.fromEntries(
      Object.entries(commonHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  )
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})
