/** Longer than any token, and short enough to send along with every request. */
const TOKEN = /^[\x21-\x7e]{8,512}$/

/**
 * A token as it was pasted, without what comes along from a request, a shell or a settings file: white
 * space, quotes, `Authorization:`, `Token `, `PROLIFIC_TOKEN=`. Undefined when no token is left.
 */
export function bareToken(pasted: string) {
  const bare = pasted
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^[\s"'“”‘’`]+|[\s"'“”‘’`;,]+$/g, '')
    .replace(/^(?:export\s+)?PROLIFIC_TOKEN\s*=\s*/i, '')
    .replace(/^["']?authorization["']?\s*[:=]\s*/i, '')
    .replace(/^["'“”‘’`\s]+/, '')
    .replace(/^(?:token|bearer)\s+/i, '')
    .trim()
  return TOKEN.test(bare) ? bare : undefined
}
