// @vitest-environment node
import { expect, test } from 'vitest'
import { hashInline, pagePolicy, previewPolicy } from './security-headers.ts'

test('pages load nothing from elsewhere, keep style attributes and demand Trusted Types', () => {
  const rules = pagePolicy().split('; ')
  expect(rules).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default dompurify',
    ]),
  )
})

test('what is written out in a page is let in by its hash, and only that', () => {
  const html = `<style>a{}</style><style media="print">b{}</style>
    <script type="module" src="/x.js"></script><script>let a = 1</script>`
  const hashes = hashInline(html)
  // Of `printf 'a{}' | openssl dgst -sha256 -binary | base64`.
  expect(hashes.styles[0]).toBe("'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='")
  expect(hashes.styles).toHaveLength(2)
  expect(hashes.scripts).toHaveLength(1)
  expect(pagePolicy(hashes)).toContain(`style-src 'self' ${hashes.styles.join(' ')};`)
  expect(pagePolicy(hashes)).toContain(`script-src 'self' ${hashes.scripts.join(' ')};`)
})

test('the participant view may load pictures from named hosts', () => {
  expect(previewPolicy()).toContain('img-src data:;')
  expect(previewPolicy(['Images.Example.org'])).toContain(
    'img-src data: https://images.example.org;',
  )
  expect(previewPolicy(['a.org', 'b.org', 'A.org', 'xn--e1afmkfd.xn--p1ai'])).toContain(
    'img-src data: https://a.org https://b.org https://xn--e1afmkfd.xn--p1ai;',
  )
  expect(previewPolicy(['a.org'])).toContain("frame-ancestors 'self'")
})

test('a request cannot make the policy longer than eight hosts', () => {
  const hosts = Array.from({ length: 100 }, (_, index) => `host${index}.example.org`)
  expect(previewPolicy(hosts)).toBe(previewPolicy(hosts.slice(0, 8)))
  expect(previewPolicy(hosts)).toContain('https://host7.example.org;')
})

test.each([
  '*',
  'example',
  'a.org b.org',
  "a.org; script-src 'unsafe-inline'",
  'https://a.org',
  'a.org/path',
  'a.org:8080',
  '127.0.0.1',
  '-a.org',
  'a.org\n',
  'a.xn--',
  `${'a'.repeat(64)}.org`,
  `${'a.'.repeat(127)}org`,
])('an image host of %j is left out', (host) => {
  expect(previewPolicy([host])).toBe(previewPolicy())
  expect(previewPolicy(['good.org', host])).toBe(previewPolicy(['good.org']))
})
