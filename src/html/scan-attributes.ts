import type { HtmlToken } from './scan-html.ts'

/** An attribute as it is written in a tag. */
export interface WrittenAttribute {
  /** Lower case. */
  name: string
  /** Without quotes; entities as they are written. */
  value: string
  start: number
  end: number
}

const ATTRIBUTE = /([^\s"'<>/=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/g

/** The attributes of an opening tag, in the order in which they are written. */
export function scanAttributes(html: string, { name, start, end }: HtmlToken): WrittenAttribute[] {
  const from = start + 1 + name.length
  return [...html.slice(from, end - 1).matchAll(ATTRIBUTE)].map((found) => ({
    name: (found[1] ?? '').toLowerCase(),
    value: found[2] ?? found[3] ?? found[4] ?? '',
    start: from + found.index,
    end: from + found.index + found[0].length,
  }))
}
