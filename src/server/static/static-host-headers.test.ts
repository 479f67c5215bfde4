// @vitest-environment node
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashInline, pagePolicy } from '#server/http/security-headers.ts'
import { staticHostHeaders, writeStaticHostHeaders } from './static-host-headers.ts'
import { newDataFolder } from '#server/testing/built-server.ts'

test('the file for static hosts says what this server says', async () => {
  expect(await readFile('public/_headers', 'utf8')).toBe(staticHostHeaders([]))
})

test('no address gets two policies', () => {
  const blocks = staticHostHeaders(['<style>a{}</style>']).split('\n\n')
  const paths = blocks.filter((block) => block.includes('Content-Security-Policy:'))
  expect(paths.map((block) => block.split('\n')[0])).toEqual([
    '/preview.html',
    '/',
    '/index.html',
    '/prolific.html',
    '/app.html',
    '/practice/*',
    '/prolific/*',
    '/help',
    '/help/*',
  ])
})

test('a built client gets the hashes of what is written out in its pages', async () => {
  const folder = join(await newDataFolder(), 'client')
  await mkdir(folder)
  const page = '<style>body{margin:0}</style>'
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'preview.html'), '<style>p{}</style>')
  writeStaticHostHeaders(folder)
  const written = await readFile(join(folder, '_headers'), 'utf8')
  expect(written).toContain(pagePolicy(hashInline(page)))
  expect(written).not.toContain(hashInline('<style>p{}</style>').styles[0])
})
