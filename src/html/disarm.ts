import { scanHtml } from './scan-html.ts'

/** What attributes are called that must not be what they are while they are parsed. */
export const DISARMED = 'data-disarmed-'

/** The tag's name, or an attribute with its value: nothing inside a value is taken for a name. */
const ATTRIBUTE = /(<?[^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g

/** A type that is no style sheet's, ahead of any that is written: the first one counts. */
const NO_STYLE_SHEET = '<style type="text/disarmed"'

/**
 * `html` with its event handlers under another name and its style sheets of no known type. Browsers run
 * and apply none in an inert document, but they report each one that is parsed as a violation of the
 * page's policy. So is `is`: an element parsed with it can never lose it, and would have to go whole.
 */
export function disarm(html: string): string {
  if (!/[\s/"'](?:on[a-z]|is[\s/=>])|<style/i.test(html)) return html
  let disarmed = ''
  for (const { kind, name, start, end } of scanHtml(html)) {
    const token = html.slice(start, end)
    disarmed += kind === 'open' ? disarmedTag(token, name) : token
  }
  return disarmed
}

function disarmedTag(token: string, name: string): string {
  const renamedTag = token.replace(ATTRIBUTE, renamed)
  return name === 'style' ? renamedTag.replace(/^<style/i, NO_STYLE_SHEET) : renamedTag
}

function renamed(all: string, name: string): string {
  return /^(?:on[a-z]|is$)/i.test(name) ? `${DISARMED}${all}` : all
}
