// @vitest-environment node
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { datasetFaultTable, practiceFaultTable } from '#contract/practice-faults.ts'
import type { HelpTarget } from '#help/help-page.ts'
import { isInManual, manual } from '#help/help-pages.ts'
import { helpTargets } from '#help/panel/help-for-screen.ts'

const pages = ['README.md', ...(await readdir('docs')).map((name) => `docs/${name}`)]

/** The cells of each row of a table, however wide its columns are set. */
function rowsOf(markdown: string) {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|') && !line.includes('---'))
  return rows.map((row) => row.split('|').map((cell) => cell.trim()))
}

/** What the headings of a page are called in addresses. */
function anchorsOf(markdown: string) {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words)
  return headings.map((words) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Whether a link on a page names a file, and a heading in it where it asks for one. */
async function leadsSomewhere(page: string, link: string) {
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(file)) return false
  return anchor === undefined || anchorsOf(await readFile(file, 'utf8')).includes(anchor)
}

/** What the first group of a pattern matches, all over a page. */
const found = (markdown: string, pattern: RegExp) =>
  [...markdown.matchAll(pattern)].map(([, what = '']) => what)

test('the docs list every failure that can be rehearsed, as it happens', async () => {
  const listed = rowsOf(await readFile('docs/practice.md', 'utf8'))
  for (const table of [practiceFaultTable(), datasetFaultTable()]) {
    for (const row of rowsOf(table)) expect(listed).toContainEqual(row)
  }
})

test('the docs explain every setting of .env.example', async () => {
  const listed = rowsOf(await readFile('docs/settings.md', 'utf8')).map(([, name]) => name)
  const example = await readFile('.env.example', 'utf8')
  const settings = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => `\`${name}\``)
  expect(settings).toHaveLength(11)
  expect(listed).toEqual(expect.arrayContaining(settings))
})

test('the README leads to every page of the docs', async () => {
  const linked = found(await readFile('README.md', 'utf8'), /\]\(([^)#]+)/g)
  expect(linked).toEqual(expect.arrayContaining(pages.slice(1)))
})

/** Every place of the manual that something in a tree leads to. */
function targetsIn(tree: unknown): HelpTarget[] {
  const Link = z.object({ to: z.object({ page: z.string(), anchor: z.string() }) })
  const targets: HelpTarget[] = []
  JSON.stringify(tree, (_key, value: unknown) => {
    const link = Link.safeParse(value)
    if (link.success) targets.push(link.data.to)
    return value
  })
  return targets
}

describe('the help', () => {
  test('shows every page of the docs', () => {
    const shown = manual.map(({ name }) => `docs/${name}.md`)
    expect(shown.toSorted()).toEqual(pages.slice(1).toSorted())
  })

  test('has all places that its links and the screens lead to', () => {
    const targets = targetsIn(manual)
    expect(targets.length).toBeGreaterThan(5)
    expect([...targets, ...helpTargets].filter((target) => !isInManual(target))).toEqual([])
    expect(isInManual({ page: 'writing', anchor: 'unicorns' })).toBe(false)
  })

  test('says what the failures are in characters that are read, not in entities', () => {
    expect(JSON.stringify(manual)).toContain('& in the texts is stored as &amp;, which means')
  })
})

describe.each(pages)('%s', (page) => {
  test('links to files and headings that exist', async () => {
    const links = found(await readFile(page, 'utf8'), /\]\(((?!https?:)[^)]+)\)/g)
    const broken = await Promise.all(
      links.map(async (link) => ((await leadsSomewhere(page, link)) ? [] : [link])),
    )
    expect(broken.flat()).toEqual([])
  })

  test('names source files and commands that exist', async () => {
    const markdown = await readFile(page, 'utf8')
    const paths = found(markdown, /\b((?:src|e2e|bench)\/[\w./-]*\w)/g)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile('package.json', 'utf8')))
    const commands = found(markdown, /\bnpm run ([\w:]+)/g)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })
})
