import { boxes } from './boxes.ts'
import { inline } from './inline.ts'
import { lists } from './lists.ts'
import { malformed } from './malformed.ts'
import { office } from './office.ts'
import { pages } from './pages.ts'
import { scriptsOfTheWorld } from './scripts-of-the-world.ts'
import { tablesAndMedia, unsafe } from './tables-and-media.ts'
import { text } from './text.ts'

/** Task texts in which nothing is unsafe. */
export const safeTexts: readonly string[] = [
  ...text,
  ...inline,
  ...lists,
  ...boxes,
  ...tablesAndMedia,
  ...scriptsOfTheWorld,
  ...malformed,
  ...office,
  ...pages,
]

/** Task texts of which something must go. */
export const unsafeTexts = unsafe
