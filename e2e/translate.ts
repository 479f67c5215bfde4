import type { Page } from '@playwright/test'

/** What a browser's page translation does to every text: in capitals, which stand for another language. */
export const translate = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
    for (const text of texts) {
      const apart = 'script, style, [contenteditable=true], font'
      if (text.data.trim() === '' || text.parentElement?.closest(apart)) continue
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.append(inner)
      text.replaceWith(outer)
      inner.append(text.data.toUpperCase())
    }
  })

/** What there is instead of a screen that broke, in either language. */
export const broken = (page: Page) => page.getByText(/this page stopped working\./i)
