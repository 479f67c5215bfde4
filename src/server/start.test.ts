// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

const start = resolve('src/server/start.mjs')
let folder: string

/** A project whose build writes what its one source says, and whose server prints it. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'src'))
  await writeFile(join(folder, 'src/main.js'), "console.info('one')\n")
  await writeFile(
    join(folder, 'build.mjs'),
    `import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
for (const name of ['client', 'server']) mkdirSync('dist/' + name, { recursive: true })
writeFileSync('dist/client/index.html', '<!doctype html>')
copyFileSync('src/main.js', 'dist/server/main.js')
console.info('built')\n`,
  )
  const scripts = { build: 'node build.mjs' }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts }))
})

/** What `npm start` prints, a line each. */
const run = () =>
  spawnSync(process.execPath, [start], { cwd: folder, encoding: 'utf8' }).stdout.trim().split('\n')

const NOTHING = 'Nothing has changed since the last build, so nothing is built.'

test('a checkout that did not change is built once', { timeout: 60_000 }, () => {
  expect(run()).toEqual(['built', 'one'])
  expect(run()).toEqual([NOTHING, 'one'])
})

test('what changed on either side is built again', { timeout: 120_000 }, async () => {
  expect(run()).toEqual(['built', 'one'])
  await appendFile(join(folder, 'src/main.js'), "console.info('two')\n")
  expect(run()).toEqual(['built', 'one', 'two'])
  // Another build of other sources, which were put back afterwards.
  await writeFile(join(folder, 'dist/server/main.js'), "console.info('stale')\n")
  expect(run()).toEqual(['built', 'one', 'two'])
  await rm(join(folder, 'dist/client'), { recursive: true })
  expect(run()).toEqual(['built', 'one', 'two'])
})
