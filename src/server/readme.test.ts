// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { practiceFaultTable } from '#contract/practice-faults.ts'

/** The cells of each row of a table, however wide its columns are set. */
function rowsOf(markdown: string) {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|') && !line.includes('---'))
  return rows.map((row) => row.split('|').map((cell) => cell.trim()))
}

test('the README lists every failure that can be rehearsed, as it happens', async () => {
  const listed = rowsOf(await readFile('README.md', 'utf8'))
  for (const row of rowsOf(practiceFaultTable())) expect(listed).toContainEqual(row)
})

test('the README explains every setting of .env.example', async () => {
  const listed = rowsOf(await readFile('README.md', 'utf8')).map(([, name]) => name)
  const example = await readFile('.env.example', 'utf8')
  const settings = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => `\`${name}\``)
  expect(settings).toHaveLength(11)
  expect(listed).toEqual(expect.arrayContaining(settings))
})
