import { expect, test, type Page } from '@playwright/test'
import { safeTexts } from '#editor/corpus/everything.ts'
import type { editedOf } from './fidelity-page.ts'
import { pageScript } from './page-script.ts'

declare const fidelity: { editedOf: typeof editedOf }

/** Texts that are shown, and photographed, at once. */
const AT_ONCE = 25
const WIDTH = 700

const ways = ['undone', 'deleted', 'anew'] as const

interface Pair {
  source: string
  written: string
}

test('texts that went through the visual editor look the same to the pixel', async ({ page }) => {
  await page.setViewportSize({ width: 2 * WIDTH, height: 800 })
  // Pictures have a size, whatever their address.
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="teal"/></svg>'
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' })
      : route.fulfill({ contentType: 'image/svg+xml', body: picture }),
  )
  await page.goto('https://plain.example/')
  await page.addScriptTag({ content: await pageScript('fidelity-page.ts', 'fidelity') })

  const edited = await page.evaluate((texts) => texts.map(fidelity.editedOf), safeTexts)
  const shares: Record<string, number> = {}
  for (const way of ways) {
    const pairs = edited.map((written, index) => ({
      source: safeTexts[index] ?? '',
      written: written[way],
    }))
    const unlike = await unlikeAmong(page, pairs)
    shares[way] = 1 - unlike.length / pairs.length
    const listed = unlike.map(({ source, written }) => `  ${source}\n  ${written}`)
    console.log(
      [`${way}: ${unlike.length} of ${pairs.length} look different`, ...listed].join('\n'),
    )
  }
  expect(shares['undone']).toBeGreaterThanOrEqual(0.97)
  expect(shares['deleted']).toBeGreaterThanOrEqual(0.97)
  // Text outside any block gets a paragraph, with its margins, when it is edited.
  expect(shares['anew']).toBeGreaterThanOrEqual(0.9)
})

async function unlikeAmong(page: Page, pairs: readonly Pair[]): Promise<Pair[]> {
  const rewritten = pairs.filter(({ source, written }) => written !== source)
  const unlike: Pair[] = []
  for (let start = 0; start < rewritten.length; start += AT_ONCE) {
    const shown = rewritten.slice(start, start + AT_ONCE)
    const indexes = new Set(await differing(page, shown))
    unlike.push(...shown.filter((_pair, index) => indexes.has(index)))
  }
  return unlike
}

/** Shows each text beside what was written of it; resolves to the indexes of those that look unlike. */
async function differing(page: Page, pairs: readonly Pair[]): Promise<number[]> {
  const places = await page.evaluate(
    async ({ shown, width }) => {
      document.body.replaceChildren()
      document.body.style.margin = '0'
      const cells = shown.map(({ source, written }) => {
        const row = document.createElement('div')
        row.style.cssText = 'display: flex; align-items: start'
        document.body.append(row)
        return [source, written].map((html) => {
          // A tree of its own, which ends tags that the text leaves open.
          const cell = document.createElement('div')
          cell.style.cssText = `flex: none; width: ${width}px; contain: layout paint`
          cell.attachShadow({ mode: 'open' }).innerHTML = html
          row.append(cell)
          return cell
        })
      })
      const pictures = cells
        .flat()
        .flatMap((cell) => [...(cell.shadowRoot?.querySelectorAll('img') ?? [])])
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})))
      return cells.map((row) => {
        const boxes = row.map((cell) => cell.getBoundingClientRect())
        const [top, bottom] = [boxes[0]?.top ?? 0, boxes[0]?.bottom ?? 0]
        return { top, bottom, isAsHigh: boxes[1]?.bottom === bottom }
      })
    },
    { shown: pairs, width: WIDTH },
  )
  const picture = (await page.screenshot({ fullPage: true, animations: 'disabled' })).toString(
    'base64',
  )
  return page.evaluate(
    async ({ url, rows, width }) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      context?.drawImage(image, 0, 0)
      const pixels = (x: number, top: number, bottom: number) =>
        new Uint32Array(
          context?.getImageData(
            x,
            Math.floor(top),
            width,
            Math.max(1, Math.ceil(bottom) - Math.floor(top)),
          ).data.buffer ?? [],
        )
      return rows.flatMap(({ top, bottom, isAsHigh }, index) => {
        const other = pixels(width, top, bottom)
        const isSame = isAsHigh && pixels(0, top, bottom).every((pixel, at) => pixel === other[at])
        return isSame ? [] : [index]
      })
    },
    { url: `data:image/png;base64,${picture}`, rows: places, width: WIDTH },
  )
}
