import { expect, test } from './fixtures.ts'
import { completeBatch } from './practice-api.ts'

/*
 * Every test fails on a violation of the page's policy, and Chromium reports one for much that it only
 * parses: here is what it was seen to report, and what is like it.
 */

const HANDLED = '<img src=x onerror=go()>'

const reported = [
  HANDLED,
  '<img/src="x"/onerror=go()>',
  '<p a="b"onclick>x</p>',
  '<p\fonclick\f=\fgo()>x</p>',
  '<body onload=go() background=https://evil.test/b>',
  '<details ontoggle=go() open>x</details>',
  '<x-y onfocusin=go()>x</x-y>',
  `<svg><style>${HANDLED}</style></svg>`,
  `<math><style>${HANDLED}</style></math>`,
  `<svg><title>${HANDLED}</title></svg>`,
  `<svg><desc>${HANDLED}</desc><script>${HANDLED}</script></svg>`,
  `<svg><![CDATA[${HANDLED}]]></svg>`,
  `<svg><![CDATA[ > ${HANDLED}]]></svg>`,
  `<svg></p><![CDATA[ > ${HANDLED}]]>`,
  `<math><mi><![CDATA[x]]>${HANDLED}</mi></math>`,
  `<math><annotation-xml encoding=text/html>${HANDLED}</annotation-xml></math>`,
  '<svg onload=go()><animate onbegin=go() attributeName=x></svg>',
  `<noscript>${HANDLED}</noscript>`,
  `<noembed></noembed>${HANDLED}`,
  `<template>${HANDLED}</template>`,
  `<template shadowrootmode=open>${HANDLED}</template>`,
  `<select><option>${HANDLED}</select>`,
  `<textarea></textarea >${HANDLED}`,
  `<!--><p>${HANDLED}-->`,
  `<!-- --!>${HANDLED}`,
  `<a title="<!--"><p>${HANDLED}`,
  '<base href="https://evil.test/"><p>x</p>',
  '<style>p{color:red}</style>',
  '<style>@import "https://evil.test"</style>',
  '<svg><style>p{}</style></svg>',
  '<video><track src=data:text/vtt,x default></video>',
  '<audio><TRACK kind=captions src="https://evil.test/x" default></audio>',
  '<video src=https://evil.test/v poster=https://evil.test/p autoplay><source src=data:video/mp4,x></video>',
  '<link rel=stylesheet href=https://evil.test><link rel=preload as=script href=https://evil.test>',
  '<script>go()</script><script src=https://evil.test/x></script>',
  '<script type=importmap>{}</script><script type=speculationrules>{}</script>',
  '<iframe src=https://evil.test></iframe><iframe srcdoc="<script>only one </script>"></iframe>',
  '<object data="data:text/html,x"></object><embed src=https://evil.test>',
  '<meta http-equiv=refresh content="0;url=https://evil.test"><meta http-equiv=Content-Security-Policy content="default-src none">',
  '<form action="javascript:go()"><button formaction="javascript:go()">x</button><input type=image src=https://evil.test/x></form>',
  '<svg><image href=https://evil.test/x /><use href="data:image/svg+xml,x"/><a href="javascript:go()">x</a></svg>',
  '<picture><source srcset=https://evil.test/v><img srcset="https://evil.test/1 1x"></picture>',
  '<p is=x-y style="background:url(https://evil.test)">x</p>',
]

/** Ends whatever a piece of markup may have left open, so that the next one is read as it stands. */
const END =
  '--></script></style></title></textarea></noscript></noembed></iframe></template></svg></math></select></video></audio></table>'

const text = reported.map((markup, index) => `${markup}${END}<p>w${index}</p>`).join('\n')

async function paste(into: Element, html: string) {
  const data = new DataTransfer()
  data.setData('text/html', html)
  into.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  )
}

test('nothing that a text holds is tried by the browser while the text is read', async ({
  api,
  batch,
  page,
  write,
}) => {
  test.setTimeout(300_000)
  const { id } = await api.create({
    ...completeBatch,
    name: 'Inert',
    task_details: { ...completeBatch.task_details, task_steps: text },
  })
  const last = new RegExp(`^w${reported.length - 1}$`)
  await batch.open(id)
  await expect(page.frameLocator('iframe').getByText(last)).toBeVisible()
  await page.goto(`/practice/record?batch=${id}`)
  await expect(page.getByText(last)).toBeVisible()
  await page.goto(`/practice/new?from=practice/${id}`)
  await write.ready()
  await expect(write.steps.getByText(last)).toBeVisible()
  await page
    .getByRole('toolbar', { name: /^Steps: / })
    .getByRole('button', { name: 'HTML', exact: true })
    .click()
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toBeVisible()
  // Each by itself, as nothing may stand in front of it.
  await write.introduction.click()
  for (const [index, markup] of reported.entries()) {
    await write.introduction.press('ControlOrMeta+a')
    await write.introduction.evaluate(paste, `${markup}${END}<p>v${index}</p>`)
    await expect(write.introduction.getByText(`v${index}`, { exact: true })).toBeVisible()
  }
})
