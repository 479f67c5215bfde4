import { execFile, execFileSync } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Language } from '#share/request-code/languages.ts'
import { jsonForMono, requestsForPython, prolificTool } from './stand-ins.ts'

const run = promisify(execFile)

type Environment = Record<string, string>

export interface Toolchain {
  /** The Debian packages that it comes in. */
  packages: string
  /** What it says of its version; null when it is not on this machine. */
  version: () => string | null
  /** Runs a program that was saved in a folder; resolves with what it printed, rejects if it failed. */
  run: (folder: string, file: string, environment: Environment) => Promise<string>
}

/** How each language is run. Swift is missing: Debian has no compiler of it. */
export const toolchains: Readonly<Partial<Record<Language, Toolchain>>> = {
  curl: tool('curl', 'sh', [], ['curl', '--version']),
  python: {
    packages: 'python3 python3-requests',
    version: () => firstLine('python3', '--version'),
    async run(folder, file, environment) {
      const python = pythonWithRequests() ?? 'python3'
      await put(folder, 'stand-ins/requests.py', requestsForPython)
      const paths = pythonWithRequests() ? {} : { PYTHONPATH: join(folder, 'stand-ins') }
      return start(python, [file], folder, { ...environment, ...paths })
    },
  },
  javascript: tool('nodejs', process.execPath, [], [process.execPath, '--version']),
  r: {
    ...tool('r-base-core r-cran-httr2 r-cran-jsonlite', 'Rscript'),
    version: () =>
      firstLine(
        'Rscript',
        '-e',
        'library(jsonlite); cat(R.version.string, "httr2", format(packageVersion("httr2")))',
      ),
  },
  go: tool('golang-go', 'go', ['run'], ['go', 'version']),
  ruby: tool('ruby', 'ruby'),
  java: tool('default-jdk', 'java', [], ['javac', '-version']),
  php: {
    ...tool('php-cli php-curl', 'php'),
    version: () =>
      firstLine('php', '-r', 'echo "PHP ", PHP_VERSION, ", curl ", curl_version()["version"];'),
  },
  csharp: {
    packages: 'mono-mcs mono-runtime libmono-system-net-http4.0-cil',
    version: () => firstLine('mcs', '--version'),
    async run(folder, file, environment) {
      await put(folder, 'stand-ins/Json.cs', jsonForMono)
      const sources = [file, join('stand-ins', 'Json.cs')]
      await start('mcs', ['-langversion:7.2', '-r:System.Net.Http', ...sources], folder, {})
      return start('mono', [file.replace(/cs$/, 'exe')], folder, environment)
    },
  },
  'prolific-cli': {
    packages: 'none: a stand-in of ours takes the arguments',
    version: () => firstLine(process.execPath, '--version'),
    async run(folder, file, environment) {
      await put(folder, 'stand-ins/prolific', prolificTool)
      await chmod(join(folder, 'stand-ins', 'prolific'), 0o755)
      const path = [join(folder, 'stand-ins'), process.env['PATH']].join(delimiter)
      return start('sh', [file], folder, { ...environment, PATH: path })
    },
  },
}

/** Whether the library that the program for Python uses is there, or a stand-in takes its place. */
export function pythonWithRequests() {
  return ['python3', '/usr/bin/python3'].find(
    (python) => firstLine(python, '-c', 'import requests') !== null,
  )
}

function tool(
  packages: string,
  command: string,
  before: string[] = [],
  asked: [string, ...string[]] = [command, '--version'],
): Toolchain {
  return {
    packages,
    version: () => firstLine(...asked),
    run: async (folder, file, environment) =>
      start(command, [...before, file], folder, environment),
  }
}

function firstLine(command: string, ...parameters: string[]) {
  try {
    const said = execFileSync(command, parameters, { stdio: ['ignore', 'pipe', 'ignore'] })
    return said.toString().split('\n')[0] ?? ''
  } catch {
    return null
  }
}

async function start(command: string, parameters: string[], cwd: string, environment: Environment) {
  const { PATH = '', HOME = '' } = process.env
  // The poorest locale: what works in it works in all.
  const env = { PATH, HOME, LC_ALL: 'C', ...environment }
  const { stdout } = await run(command, parameters, { cwd, env, timeout: 120_000 })
  return stdout
}

async function put(folder: string, name: string, text: string) {
  await mkdir(join(folder, 'stand-ins'), { recursive: true })
  await writeFile(join(folder, name), text)
}
