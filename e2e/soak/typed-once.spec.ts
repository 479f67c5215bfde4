import { expect, test } from '@playwright/test'
import * as fc from 'fast-check'
import { brokenSources } from '#e2e/broken-sources.ts'
import { pageScript } from '#e2e/page-script.ts'
import type { failureOf } from '#e2e/typed-once-page.ts'
import { runsOr } from '#test/runs.ts'

declare const typedOnce: { failureOf: typeof failureOf }

/** Texts that are typed into. */
const TEXTS = runsOr(8) * 25

test(`whatever the text, what is typed is stored once and nothing else changes (${TEXTS} texts)`, async ({
  page,
}) => {
  test.setTimeout(90_000 + TEXTS * 2000)
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' })
      : route.abort(),
  )
  await page.goto('https://plain.example/')
  await page.addScriptTag({ content: await pageScript('typed-once-page.ts', 'typedOnce') })
  await fc.assert(
    fc.asyncProperty(brokenSources, async (source) => {
      expect(await page.evaluate((text) => typedOnce.failureOf(text), source)).toBe('')
    }),
    { numRuns: TEXTS, seed: Number(process.env['SEED'] ?? 11) },
  )
})
