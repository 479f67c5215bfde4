/** Where links in task texts may lead. Relative addresses would resolve against Prolific's own pages. */
export const LINK_ADDRESS = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s]|tel:[^\s]|#)/i

/** What a person typed as an address: usable, or what is wrong with it and what was probably meant. */
export type LinkAddress =
  | { ok: true; href: string }
  | { ok: false; problem: string; suggestion?: string }

const BARE_DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u
const EMAIL = /^[^\s@:/?#]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u
const PHONE = /^\+?[\d\s().-]{6,}$/

/** Reads an address as typed into the link dialog. */
export function readLinkAddress(typed: string): LinkAddress {
  const text = typed.trim()
  if (text === '')
    return { ok: false, problem: 'Enter an address, for example https://example.org.' }
  if (LINK_ADDRESS.test(withoutControls(text))) {
    if (/\s/.test(text)) {
      return {
        ok: false,
        problem: 'An address cannot contain spaces.',
        suggestion: text.replaceAll(/\s/g, '%20'),
      }
    }
    return { ok: true, href: text }
  }
  if (EMAIL.test(text)) return offered('This is an email address.', `mailto:${text}`)
  if (BARE_DOMAIN.test(text))
    return offered('A web address starts with https://.', `https://${text}`)
  if (PHONE.test(text))
    return offered('This is a phone number.', `tel:${text.replaceAll(/[^\d+]/g, '')}`)
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(withoutControls(text))?.[1]
  if (scheme !== undefined) {
    return {
      ok: false,
      problem: `Links that start with “${scheme}:” do not work for participants. Use a web address that starts with https://.`,
    }
  }
  return { ok: false, problem: 'This is not a full web address. It has to start with https://.' }
}

function offered(problem: string, suggestion: string): LinkAddress {
  return { ok: false, problem, suggestion }
}

/** Browsers skip control characters in an address, so `java\nscript:` is a script address. */
function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '')
}
