import { expect, test } from 'vitest'
import { BatchItems, checkBatchItems } from '#contract/questions/batch-items.ts'
import { isQuestion } from '#contract/questions/question-item.ts'
import { practiceDatasets } from '#server/practice/seeds.ts'
import { contentFindings } from '#html/checks/content-findings.ts'
import { outsideFindings } from '#html/profile/outside-findings.ts'
import { parseText } from '#html/parse/parsed-text.ts'
import { readableText } from '#html/words/readable-text.ts'
import { readingLevel } from '#html/words/reading-level.ts'
import { readingTime } from '#html/words/reading-time.ts'
import { cleanHtml } from '#html/safety/sanitize.ts'
import { fieldsShown } from '#screens/templates/template-choice.ts'
import { scaleAround } from '#questions/scale/rating-scale.ts'
import { readyTemplates } from './ready-templates.ts'

const KINDS = [
  'sentiment',
  'pairwise preference',
  'factuality',
  'toxicity',
  'summary quality',
  'image labelling',
  'transcription check',
  'search relevance',
  'named entities',
  'free rewriting',
]

/** What is left to be filled in, and nothing else is. */
const PLACEHOLDERS = ['[your lab]', '[number]', '[contact address]']

test('every kind of task that was promised is there once, under an id of its own', () => {
  const tags = readyTemplates.flatMap((template) => template.tags)
  for (const kind of KINDS) expect(tags.filter((tag) => tag === kind)).toEqual([kind])
  expect(new Set(readyTemplates.map(({ id }) => id)).size).toBe(readyTemplates.length)
  expect(readyTemplates.length).toBeGreaterThanOrEqual(12)
})

test.each(readyTemplates)(
  '$name: no check has anything to say but its placeholders',
  (template) => {
    const { introduction, steps } = template.texts
    for (const html of [introduction, steps]) {
      const text = parseText(html)
      expect(outsideFindings(text, 'published')).toEqual([])
      const open = contentFindings(text).map(({ what, position }) => [what, position.quote])
      expect(open.filter(([what]) => what !== 'Placeholder not filled in')).toEqual([])
      for (const [, quote] of open) expect(PLACEHOLDERS).toContain(quote)
      // Nothing in it is written in a way that the sanitiser would write otherwise.
      expect(cleanHtml(html)).toBe(html)
      expect(html).not.toMatch(/\n| {2}| <\/|<(?:p|li|h2)> /)
    }
    const open = contentFindings(parseText(introduction)).map(({ position }) => position.quote)
    expect(open.toSorted()).toEqual(PLACEHOLDERS.toSorted())
    expect(contentFindings(parseText(steps))).toEqual([])
  },
)

test.each(readyTemplates)('$name: it says all a participant needs, in plain words', (template) => {
  const { taskTitle, batchName, introduction, steps } = template.texts
  for (const line of [taskTitle, batchName, template.description]) {
    expect(line).not.toMatch(/[<&[\]]/)
    expect(line.length).toBeLessThanOrEqual(90)
  }
  const intro = readableText(introduction)
  expect(intro).toMatch(/takes about \[number\] minutes/)
  expect(intro).toMatch(/How your answers are used/)
  expect(intro).toMatch(/\[contact address\]/)
  expect(intro).toMatch(/stop at any time/)
  const doing = readableText(steps)
  expect(steps).toMatch(/^<ol>/)
  expect(doing).toMatch(/When it is hard to decide/)
  expect(doing).toMatch(/Example/)
  // What is written for everybody must not need more than the eighth school grade.
  const grade = Number(/\d+/.exec(readingLevel(introduction + steps) ?? '')?.[0])
  expect(grade).toBeLessThanOrEqual(8)
  expect(readingTime(`${introduction} ${steps}`).minutes).toBeLessThanOrEqual(3)
})

test.each(readyTemplates)(
  '$name: Practice takes its questions with one of its datasets',
  (template) => {
    const { questions } = template
    expect(BatchItems.safeParse(questions).success).toBe(true)
    const fields = fieldsShown(questions)
    expect(fields.length).toBeGreaterThan(0)
    const fitting = practiceDatasets.filter(
      (dataset) =>
        dataset.status === 'READY' && fields.every((name) => dataset.fields?.includes(name)),
    )
    expect(fitting.length).toBeGreaterThan(0)
    expect(checkBatchItems(questions, fitting[0]?.fields)).toEqual([])
    const asked = questions.flatMap(({ rows }) =>
      rows.flatMap(({ columns }) => columns.flatMap(({ items }) => items.filter(isQuestion))),
    )
    expect(asked.length).toBeGreaterThanOrEqual(2)
  },
)

test('only comments that can upset come with a warning before anything else', () => {
  const warned = readyTemplates.filter(({ texts }) =>
    /may upset you/.test(readableText(texts.introduction).slice(0, 120)),
  )
  expect(warned.map(({ id }) => id)).toEqual(['toxicity'])
})

test('consent is a text before the items, and the statements are one rating scale', () => {
  const template = readyTemplates.find(({ id }) => id === 'likert-questionnaire')
  const [consent, ...pages] = template?.questions ?? []
  expect(consent?.display_position).toBe('intro')
  const items = consent?.rows.flatMap(({ columns }) => columns.flatMap((column) => column.items))
  expect(items?.map(({ type }) => type)).toEqual(['rich_text'])
  expect(JSON.stringify(items)).toContain('By continuing you agree')
  const found = scaleAround(pages[0]?.rows[1]?.columns[0]?.items ?? [], 0)
  expect(found).toMatchObject({ start: 0, length: 6 })
  expect(found?.scale.points.map(({ value }) => value).join('')).toBe('1234567')
})
