// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { expect, test } from 'vitest'

/** Sizes of the production code: lines of each file, and how many files each folder holds itself. */
interface Shape {
  files: number
  lines: number
  median: number
  p90: number
  longest: { file: string; lines: number }
  /** The share of files under 25 lines, from 0 to 1. */
  tiny: number
  filesByFolder: ReadonlyMap<string, number>
}

/** What only tests use, or what is data. */
const NOT_PRODUCTION = /\.test\.tsx?$|\/(?:fixtures|testing|corpus)\/|^src\/test\//

const shape = measureShape()

test('no folder holds more than 15 files of production code', () => {
  expect([...shape.filesByFolder].filter(([, files]) => files > 15)).toEqual([])
})

test('no file of production code is longer than 300 lines', () => {
  const { file, lines } = shape.longest
  expect(lines > 300 ? file : '').toBe('')
})

test.runIf(process.env['SHAPE'])('the shape of the production code', () => {
  const { files, lines, median, p90, longest, tiny, filesByFolder } = shape
  expect(files).toBeGreaterThan(0)
  const fullest = [...filesByFolder].toSorted(([, one], [, other]) => other - one).slice(0, 5)
  console.info(
    [
      `${files} files, ${lines} lines`,
      `lines a file: median ${median}, p90 ${p90}, longest ${longest.lines} (${longest.file})`,
      `under 25 lines: ${(tiny * 100).toFixed(1)} %`,
      `files in a folder, at most: ${fullest.map(([folder, count]) => `${folder} ${count}`).join(', ')}`,
    ].join('\n'),
  )
})

/** Measures the TypeScript under `src` of the folder it runs in, without tests. */
function measureShape(): Shape {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file).replaceAll(sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !NOT_PRODUCTION.test(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .toSorted((one, other) => one.lines - other.lines)
  const filesByFolder = new Map<string, number>()
  for (const { file } of files) {
    const folder = dirname(file)
    filesByFolder.set(folder, (filesByFolder.get(folder) ?? 0) + 1)
  }
  const at = (share: number) => files[Math.floor(share * (files.length - 1))]?.lines ?? 0
  return {
    files: files.length,
    lines: files.reduce((sum, { lines }) => sum + lines, 0),
    median: at(0.5),
    p90: at(0.9),
    longest: files.at(-1) ?? { file: '', lines: 0 },
    tiny: files.filter(({ lines }) => lines < 25).length / files.length,
    filesByFolder,
  }
}
