import type { ProfileName } from './profile-names.ts'
import { ADDRESS_ATTRIBUTES, ALLOWED_TAGS, PLAIN_ATTRIBUTES } from '#html/safety/allow-list.ts'

/** A guess at what Prolific keeps of a task text: which elements, and which attributes on them. */
export interface HtmlProfile {
  /** What people call it. */
  name: string
  /** Where the rule comes from, and when that was read. */
  source: string
  readOn: string
  /** How much it is worth, in one or two plain sentences. */
  worth: string
  /** Lower-case names; `#comment` where comments stay. */
  tags: ReadonlySet<string>
  /** Attributes by tag; `*` holds those that every kept element may have, `data-*` a whole family. */
  attributes: Readonly<Record<string, readonly string[]>>
}

/*
 * No list is published for task details, which "support basic HTML". The nearest is that of a study's
 * `description` in the public API reference (`BaseStudy.description`): twelve tags, and other tags
 * "will be stripped or escaped". Attributes are not mentioned, so none is counted on.
 */
const published: HtmlProfile = {
  name: 'Sure to work',
  source: 'Prolific API reference, description of a study',
  readOn: '2026-11-23',
  worth:
    'Prolific publishes what it keeps in study descriptions only: paragraphs, titles, subtitles, lists, and bold, italic, underlined and struck-through words. Tasks most likely keep these too.',
  tags: new Set('b em h1 h2 i li ol p s strong u ul'.split(' ')),
  attributes: {},
}

/* Nobody at Prolific says so: it is what websites that take "basic HTML" commonly let through. */
const basic: HtmlProfile = {
  name: 'Probably works',
  source: 'Our own judgment of what “basic HTML” means on most websites',
  readOn: '2026-11-24',
  worth:
    'This is our own judgment of what “basic HTML” means: links, line breaks, small headings, quotes and a few more. Prolific has not published that it keeps them.',
  tags: new Set([...published.tags, ...'br a h3 h4 blockquote hr code sub sup'.split(' ')]),
  attributes: { a: ['href'], ol: ['start'] },
}

/* What our own sanitiser lets through says nothing about Prolific's. */
const safe: HtmlProfile = {
  name: 'Everything safe',
  source: 'What this app itself allows',
  readOn: '2026-11-24',
  worth:
    'Everything that is safe to show, including tables and pictures. Prolific may remove any of it, so look at one batch there before you rely on it.',
  tags: new Set(ALLOWED_TAGS),
  attributes: { '*': [...PLAIN_ATTRIBUTES, ...ADDRESS_ATTRIBUTES, 'data-*', 'aria-*'] },
}

export const profiles: Readonly<Record<ProfileName, HtmlProfile>> = { published, basic, safe }

/** Whether `profile` keeps the attribute `name` on a `tag` that it keeps. */
export function keepsAttribute({ attributes }: HtmlProfile, tag: string, name: string): boolean {
  // Attributes of these two families are endless.
  const family = name.replace(/^(data|aria)-.*/, '$1-*')
  return [attributes['*'], attributes[tag]].some((allowed) => allowed?.includes(family))
}
