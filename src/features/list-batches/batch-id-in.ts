const UUID = /(?<![\da-z-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-z-])/i

/**
 * The batch id in words that were typed or pasted, a whole address included; null when there is none.
 * All ids of batches in the API's documentation are UUIDs.
 */
export function batchIdIn(words: string): string | null {
  return UUID.exec(words)?.[0] ?? null
}
