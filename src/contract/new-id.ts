/**
 * A random id of 32 hexadecimal digits, for a draft, an intent or one request. `crypto.randomUUID` is
 * missing on plain-http addresses.
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
