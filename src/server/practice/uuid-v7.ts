/** A UUID of version 7 for a time in milliseconds: sorts by time, as the API's own ids seem to. */
export function uuidV7(time: number) {
  const random = crypto.getRandomValues(new Uint8Array(10))
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const stamp = Math.trunc(time).toString(16).padStart(12, '0')
  const variant = ((random[2] ?? 0) % 4) + 8
  return [
    stamp.slice(0, 8),
    stamp.slice(8),
    `7${hex.slice(0, 3)}`,
    `${variant.toString(16)}${hex.slice(5, 8)}`,
    hex.slice(8, 20),
  ].join('-')
}
