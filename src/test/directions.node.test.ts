// @vitest-environment node
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'

/*
 * A direction rule that cannot resolve its imports reports nothing and looks like success. So the
 * project's own lint settings are run over a small tree with one fault in each file.
 */
const layers =
  'contract html ui comparison questions dataset editor preview api storage drafts help app server test screens/one screens/two'
const folders = [...layers.split(' '), 'surprise']
const DIRECTION = 'boundaries(dependencies)'

const forbidden = [
  ['src/screens/one/other-screen.ts', '#screens/two/target.ts'],
  ['src/screens/one/server.ts', '#server/target.ts'],
  ['src/server/screen.ts', '#screens/one/target.ts'],
  ['src/contract/api.ts', '#api/target.ts'],
  ['src/html/editor.ts', '#editor/target.ts'],
  ['src/preview/editor.ts', '#editor/target.ts'],
  ['src/editor/api.ts', '#api/target.ts'],
  ['src/ui/contract.ts', '#contract/target.ts'],
  ['src/comparison/editor.ts', '#editor/target.ts'],
  ['src/preview/comparison.ts', '#comparison/target.ts'],
  ['src/questions/preview.ts', '#preview/target.ts'],
  ['src/api/html.ts', '#html/target.ts'],
  ['src/storage/api.ts', '#api/target.ts'],
  ['src/storage/drafts.ts', '#drafts/target.ts'],
  ['src/help/drafts.ts', '#drafts/target.ts'],
  ['src/dataset/drafts.ts', '#drafts/target.ts'],
  ['src/app/server.ts', '#server/target.ts'],
  ['src/app/test.ts', '#test/target.ts'],
  ['src/app/unnamed.ts', '#surprise/target.ts'],
  ['src/main.tsx', '#screens/one/target.ts'],
] as const

const allowed = [
  ['src/screens/one/neighbour.ts', './target.ts'],
  ['src/screens/one/preview.ts', '#preview/target.ts'],
  ['src/preview/html.ts', '#html/target.ts'],
  ['src/preview/questions.ts', '#questions/target.ts'],
  ['src/dataset/storage.ts', '#storage/target.ts'],
  ['src/editor/comparison.ts', '#comparison/target.ts'],
  ['src/comparison/html.ts', '#html/target.ts'],
  ['src/drafts/html.ts', '#html/target.ts'],
  ['src/screens/one/help.ts', '#help/target.ts'],
  ['src/app/screen.ts', '#screens/two/target.ts'],
  ['src/server/contract.ts', '#contract/target.ts'],
  ['src/api/screen.test.ts', '#screens/one/target.ts'],
] as const

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
})
let tree = ''
let reported: Map<string, string[]>

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'directions-'))
  const settings = ['package.json', 'tsconfig.json', '.gitignore']
  for (const file of ['.oxlintrc.json', ...settings]) await cp(resolve(file), join(tree, file))
  await symlink(resolve('node_modules'), join(tree, 'node_modules'))
  for (const folder of folders) await plant(`src/${folder}/target.ts`, 'export const target = 1\n')
  for (const [file, from] of [...forbidden, ...allowed]) {
    await plant(file, `import { target } from '${from}'\nexport const planted = target\n`)
  }
  await plant('src/app/dynamic.ts', "export const load = () => import('#server/target.ts')\n")
  await plant(
    'src/app/type-only.ts',
    "import type { target } from '#server/target.ts'\nexport type Planted = typeof target\n",
  )
  await plant('src/ui/parent.ts', "export { target } from '../ui/target.ts'\n")
  await plant(
    'src/ui/node-builtin.ts',
    "import { join } from 'node:path'\nexport const at = join\n",
  )
  for (const file of ['src/html/other-parser.ts', 'src/editor/parser.ts']) {
    const parse = "new DOMParser().parseFromString(html, 'text/html')"
    await plant(file, `export const read = (html: string) => ${parse}\n`)
  }
  reported = await lint(tree)
  // A busy machine starts the linter slowly.
}, 120_000)
afterAll(() => rm(tree, { recursive: true, force: true }))

test.each(forbidden)('%s may not import %s', (file) => {
  expect(reported.get(file)).toContain(DIRECTION)
})

test.each(allowed)('%s may import %s', (file) => {
  expect(reported.get(file) ?? []).toEqual([])
})

test.each(['src/app/dynamic.ts', 'src/app/type-only.ts'])('%s is no way around it', (file) => {
  expect(reported.get(file)).toContain(DIRECTION)
})

test('a folder that nobody named is refused', () => {
  expect(reported.get('src/surprise/target.ts')).toContain('boundaries(no-unknown-files)')
})

test('a path that climbs out of its folder is refused', () => {
  expect(reported.get('src/ui/parent.ts')).toContain('import(no-relative-parent-imports)')
})

test('browser code may not import what only Node has', () => {
  expect(reported.get('src/ui/node-builtin.ts')).toContain('import(no-nodejs-modules)')
})

test.each(['src/html/other-parser.ts', 'src/editor/parser.ts'])(
  '%s may not make nodes of HTML by itself',
  (file) => {
    expect(reported.get(file)).toContain('eslint(no-restricted-properties)')
  },
)

async function plant(file: string, text: string) {
  await mkdir(dirname(join(tree, file)), { recursive: true })
  await writeFile(join(tree, file), text)
}

/** Runs the linter in `folder`: the codes of what it reports, by file. */
async function lint(folder: string) {
  const output = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [resolve('node_modules/oxlint/bin/oxlint'), '--format=json'],
      { cwd: folder, maxBuffer: 1e8 },
      // A finding makes it exit with 1: what it printed is the answer either way.
      (_error, stdout) => done(stdout),
    )
  })
  const codes = new Map<string, string[]>()
  for (const { filename, code } of Report.parse(JSON.parse(output)).diagnostics) {
    codes.set(filename, [...(codes.get(filename) ?? []), code])
  }
  return codes
}
