/*
 * `npm run soak`: the long versions of the tests about faults, crashes and hostile requests, 200 runs of
 * each unless RUNS says otherwise. Words after `--` choose tests by name: `npm run soak -- killed`.
 * Ends with a table: what was done, whether it held, how long it took and what was counted.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const env = { ...process.env, RUNS: process.env.RUNS || '200' }
const pattern = process.argv.slice(2).join(' ')
const reports = mkdtempSync(join(tmpdir(), 'batch-composer-soak-'))
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')

/**
 * @param {string} command Of the installed packages.
 * @param {string[]} parameters
 * @param {Record<string, string>} more For the environment.
 */
function run(command, parameters, more = {}) {
  const { status } = spawnSync('npx', ['--no-install', command, ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...more },
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** @param {string} path A JSON report; one that was never written holds nothing. */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

const wordsOf = (figures = {}) =>
  Object.entries(figures)
    .map(([what, figure]) => `${what} ${figure}`)
    .join(', ')

function unitRows() {
  const files = read(unitReport).testResults ?? []
  return files
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status, duration, meta }) => ({
      what: fullName,
      held: status === 'passed',
      seconds: duration / 1000,
      figures: wordsOf(meta?.figures),
    }))
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

function browserRows() {
  return specsOf(read(browserReport)).flatMap(({ title, tests }) =>
    tests.map(({ annotations, results }) => ({
      what: title,
      held: results.every(({ status }) => status === 'passed'),
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      figures: annotations
        .filter(({ type }) => type === 'figures')
        .map(({ description }) => description)
        .join(', '),
    })),
  )
}

// Whatever reads RUNS is long: the tests that import it are found by their imports.
const units = run('vitest', [
  'related',
  '--run',
  'src/test/runs.ts',
  '--maxWorkers=1',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
  '--passWithNoTests',
  ...(pattern ? ['-t', pattern] : []),
])
const browser =
  run('vite', ['build', '--logLevel=error']) &&
  run('vite', ['build', '--ssr', 'src/server/main.ts', '--outDir', 'dist/server']) &&
  run(
    'playwright',
    [
      'test',
      'e2e/soak',
      '--workers=1',
      '--timeout=0',
      '--reporter=list,json',
      '--pass-with-no-tests',
      ...(pattern ? ['-g', pattern] : []),
    ],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  )

const rows = [...unitRows(), ...browserRows()]
console.log(`\nRUNS=${env.RUNS}, Node ${process.version}, ${new Date().toISOString()}\n`)
console.log('| what | held | seconds | counted |\n| --- | --- | --- | --- |')
for (const { what, held, seconds, figures } of rows) {
  console.log(`| ${what} | ${held ? 'yes' : 'NO'} | ${seconds.toFixed(1)} | ${figures} |`)
}
rmSync(reports, { recursive: true, force: true })
process.exitCode = units && browser && rows.every(({ held }) => held) ? 0 : 1
