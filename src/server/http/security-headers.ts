import { createHash } from 'node:crypto'
import { isImageHost, MAX_IMAGE_HOSTS } from '#html/safety/image-host.ts'

export type InlineHashes = { styles: readonly string[]; scripts: readonly string[] }

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The hashes of the `<style>` and `<script>` elements that are written out in a page of ours. */
export function hashInline(html: string): InlineHashes {
  const contents = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text = '']) => text)
  return {
    styles: contents(/<style\b[^>]*>(.*?)<\/style>/gis).map(sha256),
    scripts: contents(/<script\b(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gis).map(sha256),
  }
}

/**
 * The policy of a page. Style attributes are let through: without them the editor loses the alignment
 * that is in a researcher's HTML. Trusted Types have one default policy, ours, and DOMPurify's own.
 */
export function pagePolicy({ styles, scripts }: InlineHashes = { styles: [], scripts: [] }) {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default dompurify',
  ].join('; ')
}

/** For answers that are data: nothing in them may ever act as a page. */
export const apiPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * The policy of the participant view: framed by our own pages, and nothing leaves it. Image hosts may
 * be named, as many as `MAX_IMAGE_HOSTS`; whatever is not a plain host name is left out.
 */
export function previewPolicy(imageHosts: readonly string[] = []) {
  const named = new Set(imageHosts.map((host) => host.toLowerCase()).filter(isImageHost))
  const sources = [...named].slice(0, MAX_IMAGE_HOSTS).map((host) => `https://${host}`)
  return [
    "default-src 'none'",
    ['img-src data:', ...sources].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** Headers that every answer has, pages, data, errors and all. */
export const commonHeaders: Record<string, string> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
}
