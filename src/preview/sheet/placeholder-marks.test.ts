import { expect, test } from 'vitest'
import { createLiveSource, createLiveText } from '#html/parse/live-source.ts'
import { showTexts } from './show-texts.ts'

/** A page in a browser that draws marks, and what is marked in it. */
function page() {
  const made = document.implementation.createHTMLDocument()
  for (const id of ['title', 'introduction', 'steps']) {
    made.body.append(Object.assign(made.createElement('div'), { id }))
  }
  const highlights = new Map<string, Set<Range>>()
  class Highlight extends Set<Range> {}
  Object.defineProperty(made, 'defaultView', { value: { CSS: { highlights }, Highlight } })
  return {
    made,
    marked: () => [...(highlights.get('open-placeholder') ?? [])].map(String).toSorted(),
  }
}

const treatment = { imageHosts: [], kept: null, marked: null }

test('placeholders are marked over the text, whose nodes stay as they were', () => {
  const { made, marked } = page()
  const steps = '<ol><li>Ask <b>[your</b> lab]</li><li>[sic]</li></ol><p><code>[number]</code></p>'
  showTexts(made, { title: 'For [number] minutes', introduction: '', steps }, treatment)
  expect(marked()).toEqual(['[number]', '[your lab]'])
  expect(made.getElementById('steps')?.innerHTML).toBe(steps)
})

test('marks come and go with the blocks and the title that hold them', () => {
  const { made, marked } = page()
  const [first, second] = [{ html: '<p>[date]</p>' }, { html: '<p>[time]</p>' }]
  const steps = createLiveSource()
  steps.publish([first, second])
  const stop = showTexts(
    made,
    { title: createLiveText('[number]'), introduction: '', steps },
    treatment,
  )
  expect(marked()).toEqual(['[date]', '[number]', '[time]'])
  steps.publish([first])
  expect(marked()).toEqual(['[date]', '[number]'])
  steps.publish([{ html: '<p>done</p>' }])
  expect(marked()).toEqual(['[number]'])
  stop()
})

test('words of two lines make no placeholder', () => {
  const { made, marked } = page()
  showTexts(made, { title: '', introduction: '<p>[your</p><p>lab]</p>', steps: '' }, treatment)
  expect(marked()).toEqual([])
})
