import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-256 of a text in UTF-8, in hexadecimal. From a library, because `crypto.subtle` is missing on
 * plain-http addresses and answers too late for the closing of a page.
 */
export function checksum(text: string) {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
