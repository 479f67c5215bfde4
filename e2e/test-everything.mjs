/*
 * `npm test`: every check of the project, cheapest first, up to the first stage that fails.
 * The last line is `N passed, N failed`: tests of the two runners, and each other check as one.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const reports = mkdtempSync(join(tmpdir(), 'batch-composer-reports-'))
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')

const stages = [
  { name: 'types', script: ['types'] },
  { name: 'lint', script: ['lint'] },
  { name: 'format', script: ['format:check'] },
  { name: 'unused code', script: ['unused', '--', '--no-progress'] },
  {
    name: 'unit tests',
    script: [
      'test:unit',
      '--',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    count() {
      const { numPassedTests, numFailedTests } = read(unitReport)
      return { passed: numPassedTests, failed: numFailedTests }
    },
  },
  {
    name: 'build',
    script: ['build'],
    // Whatever a build takes out of its surroundings would be found in its files: see token.spec.ts.
    env: { PROLIFIC_TOKEN: 'canary-of-the-build', VITE_PROLIFIC_TOKEN: 'canary-of-the-build' },
  },
  {
    name: 'end-to-end tests',
    script: ['test:e2e', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    count() {
      const { expected, unexpected, flaky } = read(e2eReport).stats
      return { passed: expected, failed: unexpected + flaky }
    },
  },
]

const total = { passed: 0, failed: 0 }
for (const [index, stage] of stages.entries()) {
  console.log(`\n=== ${index + 1}/${stages.length} ${stage.name} ===`)
  const { status } = spawnSync('npm', ['run', '--silent', ...stage.script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...stage.env },
    shell: process.platform === 'win32',
  })
  const counted = stage.count?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  total.passed += counted.passed
  // A runner can fail outside any test, for example when a file of tests cannot be loaded.
  total.failed += status === 0 ? counted.failed : Math.max(counted.failed, 1)
  if (total.failed > 0) {
    const left = stages.slice(index + 1).map(({ name }) => name)
    console.log(`\nFailed: ${stage.name}.${left.length > 0 ? ` Not run: ${left.join(', ')}.` : ''}`)
    break
  }
}
rmSync(reports, { recursive: true, force: true })
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`\n${total.passed} passed, ${total.failed} failed`)

/** @param {string} path A JSON report; one that was never written counts nothing. */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, stats: { expected: 0, unexpected: 0, flaky: 0 } }
  }
}
