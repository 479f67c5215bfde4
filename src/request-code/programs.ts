import { csharp } from './csharp.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { javascript } from './javascript.ts'
import type { Language } from './languages.ts'
import { php } from './php.ts'
import type { Program } from './program.ts'
import { prolificCli } from './prolific-cli.ts'
import { python } from './python.ts'
import { r } from './r.ts'
import { ruby } from './ruby.ts'
import { swift } from './swift.ts'

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
