import { mapped, splitCommands, type Commands, type Variables } from './split-commands.ts'

const TOKENS = {
  continuation: /`\r?\n/y,
  end: /\n|;|\|\|?|&&?|[(){}]/y,
  hereSingle: /@'[ \t]*\r?\n([\s\S]*?)\r?\n'@/y,
  hereDouble: /@"[ \t]*\r?\n([\s\S]*?)\r?\n"@/y,
  single: /'((?:[^']|'')*)'/y,
  double: /"((?:[^"`]|`[\s\S]|"")*)"/y,
  escaped: /`([\s\S])/y,
  variable: /\$(?:\{([\w:]+)\}|([\w:]+))/y,
  bare: /[^\s;&|(){}'"`$@]+/y,
} as const

const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t', 0: '\0' }

/**
 * The words of a PowerShell script, with the values of variables that the script sets to a text.
 * Nothing else is carried out: hash tables and conversions stay words that mean nothing. Never throws.
 */
export function powershellWords(script: string): Commands {
  const variables: Variables = new Map()
  const expanded = (written: string) =>
    written.replaceAll(
      /`([\s\S])|""|\$(?:\{([\w:]+)\}|([\w:]+))/g,
      (all: string, sign?: string, braced?: string, plain?: string) => {
        if (sign !== undefined) return NAMED[sign] ?? sign
        const name = braced ?? plain
        return name === undefined ? '"' : (variables.get(name.toLowerCase()) ?? all)
      },
    )

  return splitCommands(script, {
    ...TOKENS,
    part: (take, isFirst) =>
      take(TOKENS.hereSingle)?.[1] ??
      take(TOKENS.single)?.[1]?.replaceAll("''", "'") ??
      mapped(take(TOKENS.hereDouble) ?? take(TOKENS.double), expanded) ??
      mapped(take(TOKENS.escaped), (sign) => NAMED[sign] ?? sign) ??
      variableValue(take(TOKENS.variable), isFirst, variables) ??
      take(TOKENS.bare)?.[0],
    onCommand: ([name, sign, value, ...more]) => {
      if (name?.startsWith('$') && sign === '=' && value !== undefined && more.length === 0) {
        variables.set(name.slice(1).toLowerCase(), value)
      }
    },
  })
}

/** At the start of a command a variable is set, anywhere else it is read. */
function variableValue(
  found: RegExpExecArray | null,
  isFirst: boolean,
  variables: ReadonlyMap<string, string>,
) {
  if (!found) return null
  const name = (found[1] ?? found[2] ?? '').toLowerCase()
  return isFirst ? found[0] : (variables.get(name) ?? found[0])
}
