import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { startApp } from '#e2e/app-server.ts'
import { chromiumOptions, installChromium } from '#e2e/chromium.ts'
import { bundleSizes } from './bundle.ts'
import { measureCreates } from './measure-creates.ts'
import { measureData } from './measure-data.ts'
import { measureLoads } from './measure-loads.ts'
import { measureRelay } from './measure-relay.ts'
import { measureRenders } from './measure-renders.ts'
import { measureTyping } from './measure-typing.ts'
import { peers } from './peers.ts'
import { isMet, table, type Row } from './table.ts'

const [role = '', parameter = ''] = process.argv.slice(2)
await (peers[role]?.(parameter) ?? measureEverything())

async function measureEverything() {
  const rows: Row[] = []
  const add = (measured: Row[]) => {
    rows.push(...measured)
    for (const { what } of measured) console.log(`measured: ${what}`)
  }

  add(measureBundle())
  installChromium()
  const browser = await chromium.launch(chromiumOptions())
  const app = await startApp()
  const pages = await servePeerPages()
  add(await measureTyping(browser, app.url, `${pages.url}bare-editor.html`))
  add(await measureRenders(browser, app.url))
  add(await measureLoads(browser, app.url, `${pages.url}plain-page.html`))
  add(await measureData(browser, app.url, `${pages.url}papa-reader.html`))
  await pages.close()
  await app.discard()
  await browser.close()

  add(await measureRelay())
  add(await measureCreates())

  console.log(`\n${table(rows)}`)
  if (!rows.every(isMet)) process.exitCode = 1
}

function measureBundle(): Row[] {
  const { initial, withoutHtmlView, total, raw } = bundleSizes()
  return [
    { what: 'JavaScript gzip, initial', figure: initial, unit: 'kB', target: { atMost: 130 } },
    {
      what: 'JavaScript gzip, all without the HTML view',
      figure: withoutHtmlView,
      unit: 'kB',
      target: { atMost: 260 },
      detail: `${total.toFixed(0)} kB with it and the workers, ${raw.toFixed(0)} kB before compression`,
    },
  ]
}

async function servePeerPages() {
  const outDir = resolve('dist/bench-pages')
  const input = ['bare-editor', 'plain-page', 'papa-reader'].map((name) => `bench/${name}.html`)
  await build({
    root: 'bench',
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input } },
  })
  const server = await preview({
    root: 'bench',
    configFile: false,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}
