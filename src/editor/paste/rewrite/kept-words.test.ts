import { afterEach, expect, test, vi } from 'vitest'
import { cleanPaste } from './clean-paste.ts'
import type * as NestLists from '#editor/paste/lists/nest-lists.ts'
import { changeWords } from '#editor/paste/describe-paste.ts'
import type * as Rewrite from './rewrite.ts'

const clean = (html: string) => cleanPaste(html, { looks: false, pictures: true })

/** Words that a stage of the clean-up loses, by the name of the stage. */
const faults = vi.hoisted(() => new Map<string, string>())

const without = (root: ParentNode, word: string | undefined) => {
  for (const element of root.querySelectorAll('p, li')) {
    if (word !== undefined && element.textContent?.includes(word)) element.remove()
  }
}

vi.mock('#editor/paste/lists/nest-lists.ts', async (original) => {
  const actual = await original<typeof NestLists>()
  return {
    ...actual,
    nestLists: (...args: Parameters<typeof actual.nestLists>) => {
      for (const block of args[0].keys()) {
        if (block.textContent === faults.get('lists')) block.remove()
      }
      return actual.nestLists(...args)
    },
  }
})

vi.mock('./rewrite.ts', async (original) => {
  const actual = await original<typeof Rewrite>()
  return {
    ...actual,
    rewritten: (...args: Parameters<typeof actual.rewritten>) => {
      const written = actual.rewritten(...args)
      without(written, faults.get('rewriting'))
      return written
    },
  }
})

afterEach(() => faults.clear())

const PAGE =
  "<html xmlns:w='urn:schemas-microsoft-com:office:word'><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.&nbsp;&nbsp;</span>Read</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.&nbsp;&nbsp;</span>Answer</p></html>"

test('a paste of which nothing gets lost is a list', () => {
  expect(clean(PAGE).html).toBe('<ol><li>Read</li><li>Answer</li></ol>')
})

test('when the making of lists loses a word, the paste has all words without lists, and says so', () => {
  faults.set('lists', 'Answer')
  const { html, report } = clean(PAGE)
  expect(html).toContain('Read')
  expect(html).toContain('Answer')
  expect(html).not.toContain('<ol>')
  expect(changeWords(report)).toContain('Lists were left as they were, so that no words are lost.')
})

test('when the writing anew loses a word, the paste has all words as they came', () => {
  faults.set('rewriting', 'Answer')
  const { html, report } = clean(PAGE)
  expect(html).toContain('Read')
  expect(html).toContain('Answer')
  expect(report.fallback).toBe('html')
})
