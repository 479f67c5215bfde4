import type { CreateBatchRequest } from '#contract/batch.ts'
import { valueAt } from '#contract/json-value.ts'
import { fields, flagOf, formFields, pathOf } from '#drafts/fields.ts'
import { addressOf } from '#contract/routes.ts'
import { warning, type Call, type Program } from './program.ts'

/** What Linux takes as one argument, with the byte that ends it (MAX_ARG_STRLEN). */
const MAX_ARGUMENT_BYTES = 131_071
const PROLIFIC = 'https://api.prolific.com'

/**
 * The command of the official tool (github.com/prolific-oss/cli). It takes the texts as arguments, adds
 * `auto_sync_enabled: false`, and is called `taskbuilder` since version 1.3.3, which still knows the
 * older name used here.
 */
export const prolificCli: Program = {
  file: 'create-batch.sh',
  run: 'sh create-batch.sh',
  needs:
    'the official tool, version 1.3 or later, and a POSIX shell. On Windows, use Git Bash or WSL.',
  write: (call) => {
    const flags = flagsOf(call.request).map(([flag, value]) => `  --${flag}=${shellWord(value)}`)
    return `# ${warning}\n${addressFor(call)}prolific aitaskbuilder batch create \\\n${flags.join(' \\\n')}\n`
  },
  limits: (request) => {
    const given = flagsOf(request)
    const bytes = given.map(
      ([flag, value]) => new TextEncoder().encode(`--${flag}=${value}`).length,
    )
    return [
      ...(given.some(([flag]) => flag === 'dataset-id')
        ? []
        : [
            'The official tool creates no batch without a dataset. Choose one, or use another language.',
          ]),
      ...(Math.max(...bytes) > MAX_ARGUMENT_BYTES
        ? ['A text is longer than a command line can carry (128 KB). Use another language.']
        : []),
      ...(given.some(([, value]) => value.includes('\0'))
        ? ['A text holds a null character, which no command line can carry. Use another language.']
        : []),
    ]
  },
}

/** The tool goes to Prolific by itself; any other address is told to it in its environment. */
function addressFor({ url }: Call) {
  const server = url.slice(0, -`/api${addressOf('createBatch')}`.length)
  return server === PROLIFIC ? '' : `PROLIFIC_URL=${shellWord(server)} `
}

function flagsOf(request: CreateBatchRequest): [flag: string, value: string][] {
  return formFields.flatMap((field): [string, string][] => {
    const value = valueAt(request, pathOf(field))
    const isGiven = fields[field].required ? value !== undefined : Boolean(value)
    if (!isGiven) return []
    return [[flagOf(field), typeof value === 'string' ? value : JSON.stringify(value, null, 2)]]
  })
}

/** Between single quotes nothing is special to a POSIX shell, so only they have to be let out. */
function shellWord(text: string) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
