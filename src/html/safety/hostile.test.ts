import { expect, test } from 'vitest'
import { parseInert } from '#html/parse/inert-document.ts'
import { withoutPageShell } from './page-shell.ts'
import { cleanFragment, cleanHtml, outgoingHtml } from './sanitize.ts'
import { withoutEffects } from '#html/show/without-effects.ts'

/** Ways to run, load, cover or send something, written for this test. */
const hostile = [
  '<script>run()</script>',
  '<SCRIPT SRC=https://evil.test/x.js></SCRIPT>',
  '<scr<script>ipt>run()</scr</script>ipt>',
  '<img src=x onerror=run()>',
  '<img src="x" OnError="run()">',
  '<img/src/onerror=run()>',
  '<svg onload=run()></svg>',
  '<svg><script>run()</script></svg>',
  '<svg><a xlink:href="javascript:run()"><text>x</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:run() /></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=run()&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=run()>"></noscript>',
  '<template><script>run()</script></template>',
  '<a href="javascript:run()">x</a>',
  '<a href=" &#1; javascript:run()">x</a>',
  '<a href="java&#10;script:run()">x</a>',
  '<a href="JaVaScRiPt:run()">x</a>',
  '<a href="data:text/html,<script>run()</script>">x</a>',
  '<a href="vbscript:run()">x</a>',
  '<a href="/relative">x</a>',
  '<a href="//evil.test/">x</a>',
  '<a href="blob:https://evil.test/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<iframe src="https://evil.test"></iframe>',
  '<iframe srcdoc="<script>run()</script>"></iframe>',
  '<object data="https://evil.test"></object>',
  '<embed src="https://evil.test">',
  '<applet code="run"></applet>',
  '<link rel=stylesheet href=https://evil.test>',
  '<style>@import "https://evil.test"</style>',
  '<style>body{display:none}</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.test">',
  '<base href="https://evil.test/">',
  '<form action="https://evil.test"><input name=x><button>go</button></form>',
  '<form id=f></form><button form=f formaction="javascript:run()">go</button>',
  '<form><input name="nodeName"></form>',
  '<form><input name="attributes"><input name="childNodes"></form>',
  '<input autofocus onfocus=run()>',
  '<details ontoggle=run() open>x</details>',
  '<video poster="https://evil.test/p"><source src="https://evil.test/v" onerror=run()></video>',
  '<audio src="https://evil.test/a" autoplay></audio>',
  '<p style="position:fixed;inset:0">x</p>',
  '<p style="background:url(https://evil.test/b)">x</p>',
  '<p style="width:expression(run())">x</p>',
  '<p style="background:u\\72l(https://evil.test/b)">x</p>',
  '<p style="font-size:99999px">x</p>',
  '<img src="data:image/svg+xml,<svg onload=run()>">',
  '<img src="javascript:run()">',
  '<img srcset="https://evil.test/1 1x" src="https://ok.test/a.png">',
  '<table background="https://evil.test/t"><tr><td>x</td></tr></table>',
  '<body onload=run() background="https://evil.test/b">x</body>',
  '<p onclick=run() onmouseover=run() ONPOINTERDOWN=run()>x</p>',
  '<x-widget onclick=run()>x</x-widget>',
  '<p is="x-widget">x</p>',
  '<a href="https://ok.test" ping="https://evil.test/ping">x</a>',
  '<button popovertarget=p>x</button><div popover id=p>y</div>',
]

const DANGER =
  /run\(\)(?!<)|evil\.test|<(?:script|style|iframe|object|embed|link|meta|base|form|input|button|svg|math|video|audio|template)|\son\w+=|javascript:|vbscript:|srcset|popover/i

test.each(hostile)('%s leaves nothing that acts', (source) => {
  const html = cleanHtml(source)
  for (const element of parseInert(html).querySelectorAll('*')) {
    const { outerHTML } = element
    const tag = outerHTML.slice(0, outerHTML.indexOf('>') + 1)
    expect(tag).not.toMatch(DANGER)
  }
  expect(html).not.toMatch(/99999|fixed|url\(/)
})

test.each(hostile)('%s is cleaned once and for all', (source) => {
  const html = cleanHtml(source)
  expect(cleanHtml(html)).toBe(html)
  expect(outgoingHtml(html)).toEqual({ html, removed: [] })
})

test.each(hostile)('what is taken out of %s is listed', (source) => {
  const { html, removed } = outgoingHtml(source)
  expect(html === withoutPageShell(source)).toBe(removed.length === 0)
  expect(html).not.toMatch(/<body/i)
})

test('elements nested too deep are unwrapped and keep their words', () => {
  const html = cleanHtml(`${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}`)
  expect(html).toContain('deep')
  expect(html.match(/<div>/g)).toHaveLength(100)
})

test('on a page links lead nowhere and pictures from elsewhere are named', () => {
  const fragment = withoutEffects(
    cleanFragment(
      '<p id="a"><a href="https://ok.test/page" target="_blank">go</a><img src="https://pics.test/a.png" alt="A cat"></p>',
    ),
  )
  expect(fragment.querySelector('[href], [src], [id], [target]')).toBeNull()
  expect(fragment.querySelector('[title="https://ok.test/page"]')?.textContent).toBe('go')
  expect(fragment.querySelector('[role=img]')?.textContent).toBe('Picture from pics.test: A cat')
})

test('pictures of a named host stay, those of any other host and name do not', () => {
  const picture = (address: string) => `<img src="${address}" alt="A cat">`
  const fragment = withoutEffects(
    cleanFragment(
      [
        picture('https://good.test/a.png'),
        picture('HTTPS://GOOD.test/b.png'),
        picture('http://good.test/c.png'),
        picture('https://good.test:8443/d.png'),
        picture('https://good.test.evil.test/e.png'),
        picture('https://good.test@evil.test/f.png'),
        '<span data-host="spoof.test" data-picture>words</span>',
      ].join(''),
    ),
    new Set(['good.test']),
  )
  const shown = [...fragment.querySelectorAll('img')]
  expect(shown.map((image) => image.getAttribute('src'))).toEqual([
    'https://good.test/a.png',
    'HTTPS://GOOD.test/b.png',
  ])
  expect(shown.every((image) => image.getAttribute('referrerpolicy') === 'no-referrer')).toBe(true)
  const named = [...fragment.querySelectorAll('[data-host]')]
  expect(named.map((element) => element.getAttribute('data-host'))).toEqual([
    'good.test',
    'good.test',
    'good.test:8443',
    'good.test.evil.test',
    'evil.test',
  ])
})
