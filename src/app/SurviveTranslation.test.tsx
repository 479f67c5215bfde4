import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { surviveTranslation } from './survive-translation.ts'

/** What browsers do: words in capitals stand for another language. */
function translate() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  return texts
    .filter(({ data }) => data.trim() !== '')
    .map((text) => {
      const font = document.createElement('font')
      font.append(text.data.toUpperCase())
      text.replaceWith(font)
      return { text, font }
    })
}

/** Texts beside each other, and some that come and go, in the ways that React sees them. */
function Page() {
  const [count, setCount] = useState(0)
  return (
    <>
      <p data-testid="page">
        {count % 2 === 1 && <b>odd</b>}
        {count % 2 === 0 ? 'even' : null} of {count}
        {count > 1 && ' and more'}
      </p>
      <button type="button" onClick={() => setCount(count + 1)}>
        {count > 0 && <i>again</i>}
        Count
      </button>
    </>
  )
}

function open() {
  onTestFinished(surviveTranslation(document.body))
  render(<Page />)
  return {
    shown: () => screen.getByTestId('page').textContent,
    // Observers are told before the next task.
    translate: () => act(async () => translate()),
    count: () => act(async () => screen.getByRole('button').click()),
  }
}

test('a page that is translated again and again goes on', async () => {
  const { shown, translate: translated, count } = open()
  const seen: (string | null)[] = []
  for (let times = 0; times < 4; times += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await translated()
    seen.push(shown())
    // oxlint-disable-next-line no-await-in-loop
    await count()
    seen.push(shown())
  }
  expect(seen).toEqual([
    'EVEN OF 0',
    'odd OF 1',
    'ODD OF 1',
    'even OF 2 and more',
    'EVEN OF 2 AND MORE',
    'odd OF 3 AND MORE',
    'ODD OF 3 AND MORE',
    'even OF 4 AND MORE',
  ])
})

test('a translation that is taken back leaves the words of the page', async () => {
  const { shown, translate: translated, count } = open()
  const before = shown()
  const made = await translated()
  expect(shown()).toBe(before?.toUpperCase())
  await act(async () => {
    for (const { text, font } of made) font.replaceWith(text)
  })
  expect(shown()).toBe(before)
  await count()
  expect(shown()).toBe('odd of 1')
})

test('translations that put their words beside the text before it goes are survived too', async () => {
  const { shown, count } = open()
  await act(async () => {
    for (const text of Array.from(screen.getByTestId('page').childNodes)) {
      const font = document.createElement('font')
      font.append(String(text.textContent).toUpperCase())
      text.after(font)
      text.remove()
    }
  })
  expect(shown()).toBe('EVEN OF 0')
  await count()
  expect(shown()).toBe('odd OF 1')
})
