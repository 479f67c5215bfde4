import type { Finding } from './checked-fetch.ts'

type Known = { side: Finding['side']; call: RegExp; words: RegExp; why: string }

/**
 * Where Practice, or a call to it, differs from the document on purpose. What is said here of answers is
 * in the manual as well, in `docs/from-a-program.md`.
 */
const known: readonly Known[] = [
  {
    side: 'request',
    call: /^POST .*\/datapoints$/,
    words: /content types/,
    why: 'The text of the document asks for one JSON object a line; its media type is a general one.',
  },
  {
    side: 'response',
    call: /\/datasets(\/\{dataset_id\})?$/,
    words: /schema_version/,
    why: 'The document names a text. The official tool reads a number, and cannot read a text.',
  },
  {
    side: 'response',
    call: /^POST .*\/setup$/,
    words: /media type|must be object/,
    why: 'The document names an empty JSON object. The official tool reads no body at all.',
  },
  {
    side: 'response',
    call: /^POST .*\/export$/,
    words: /status code/,
    why: 'The service answers with 202 each time since autumn 2026. Earlier documents name 200.',
  },
]

/** Why a difference is there on purpose; undefined when nobody knows of it. */
export const reasonFor = ({ side, call, words }: Finding) =>
  known.find((each) => each.side === side && each.call.test(call) && each.words.test(words))?.why
