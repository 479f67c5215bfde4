import { csharp } from '#share/request-code/languages/csharp.ts'
import { curl } from '#share/request-code/languages/curl.ts'
import { go } from '#share/request-code/languages/go.ts'
import { java } from '#share/request-code/languages/java.ts'
import { javascript } from '#share/request-code/languages/javascript.ts'
import type { Language } from './languages.ts'
import { php } from '#share/request-code/languages/php.ts'
import type { Program } from '#share/request-code/languages/program.ts'
import { prolificCli } from '#share/request-code/languages/prolific-cli.ts'
import { python } from '#share/request-code/languages/python.ts'
import { r } from '#share/request-code/languages/r.ts'
import { ruby } from '#share/request-code/languages/ruby.ts'
import { swift } from '#share/request-code/languages/swift.ts'

/**
 * The request as a program, for each language. Written here and not by a library: none of those tried
 * reads the token from the environment or looks at the status, and the best of them, snippetz 0.10.2,
 * lets Ruby run `#{…}` out of a text and writes constants that Java refuses.
 */
export const programs: Readonly<Record<Language, Program>> = {
  curl,
  python,
  javascript,
  r,
  go,
  ruby,
  java,
  php,
  csharp,
  swift,
  'prolific-cli': prolificCli,
}
