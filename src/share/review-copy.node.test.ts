import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import { Batch } from '#contract/answers.ts'
import { blankTexts, type DraftTexts } from '#drafts/store/draft-texts.ts'
import { taskOfBatch, taskOfDraft } from './shared-task.ts'
import { reviewCopy } from './review-copy.ts'

let styles = ''
beforeAll(async () => {
  styles = await readFile('public/preview.css', 'utf8')
})

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const copyOf = (texts: Partial<DraftTexts>) => {
  const task = taskOfDraft({
    place: 'practice',
    id: 'd1',
    changedAt: 1,
    texts: { ...blankTexts, ...texts },
  })
  const html = reviewCopy(task, { place: 'Practice', workspace: 'Lab <one>' }, styles)
  return { html, page: parsed(html) }
}
const rowsOf = (page: Document) =>
  Object.fromEntries(
    [...page.querySelectorAll('#settings dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  )

test('shows what participants read and what is set, and nothing else', () => {
  const { page } = copyOf({
    taskTitle: 'Rate <reviews> & more',
    introduction: '<p>مرحبا</p>',
    steps: '<ol start="3"><li>Read</li></ol>',
    batchName: 'Pilot </title>',
    workspaceId: 'w1',
    questions: JSON.stringify(sampleBatchItems),
    autoSync: true,
  })
  expect(page.title).toBe('Pilot </title> – review copy')
  expect(page.getElementById('title')?.textContent).toBe('Rate <reviews> & more')
  expect(page.getElementById('introduction')?.innerHTML).toBe('<p dir="auto">مرحبا</p>')
  expect(page.getElementById('title')?.dir).toBe('auto')
  expect(page.getElementById('steps')?.innerHTML).toBe('<ol start="3"><li>Read</li></ol>')
  expect(rowsOf(page)).toMatchObject({
    'Batch name': 'Pilot </title>',
    'Made for': 'Practice',
    Workspace: 'Lab <one> (w1)',
    Dataset: 'None yet',
    Questions: '2 questions: 1 multiple choice, 1 free text',
    'Add new rows to this batch automatically': 'Yes',
  })
  expect(page.body.children).toHaveLength(2)
  expect(page.documentElement.lang).toBe('en')
  expect(page.querySelector('main')?.getAttribute('lang')).toBe('')
})

test('shows only what will be sent', () => {
  const { page } = copyOf({ steps: '<p>a <a href="https://x.example">b</a></p>', onlyKept: true })
  expect(page.getElementById('steps')?.innerHTML).toBe('<p>a b</p>')
})

test('lists what participants are asked, with answers and limits', () => {
  const { page } = copyOf({ questions: JSON.stringify(sampleBatchItems) })
  const asked = page.querySelector('section#asked')
  expect(asked?.querySelector('h2')?.textContent).toBe('What participants are asked')
  const items = [...(asked?.querySelectorAll(':scope > ul > li') ?? [])]
  expect(items.map((item) => [...item.querySelectorAll('p')].map((p) => p.textContent))).toEqual([
    ['Column of your data', 'The item’s “review” is shown.'],
    ['Choice', 'What is the sentiment of this review?'],
    ['Free text', 'Which words in the review made you choose this?'],
  ])
  const answers = [...(items[1]?.querySelectorAll('dd li') ?? [])]
  expect(answers.map(({ textContent }) => textContent)).toEqual(['Positive', 'Neutral', 'Negative'])
  expect(items[2]?.querySelector('dd')?.textContent).toBe('From 10 to 500 characters')
  expect(asked?.getAttribute('lang')).toBe('en')
})

test('draws the questions as participants meet them, numbered as in the list', () => {
  const { page } = copyOf({ questions: JSON.stringify(sampleBatchItems) })
  const drawn = [...page.querySelectorAll('#questions [data-part="label"]')]
  expect(drawn.map(({ textContent }) => textContent)).toEqual([
    'P1, Q1 What is the sentiment of this review?',
    'P1, Q2 Which words in the review made you choose this?',
  ])
  const listed = [...page.querySelectorAll('#asked > ul > li > span')]
  expect(listed.map(({ textContent }) => textContent)).toEqual(['P1, Q1', 'P1, Q2'])
  expect(page.querySelector('#questions [data-part="column"]')?.textContent).toBe('Column review')
})

test('says when there are no questions', () => {
  const { page } = copyOf({})
  expect(page.getElementById('asked')?.textContent).toContain('There are no questions yet')
})

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script><iframe src="//evil.test"></iframe>',
  '<a href="javascript:alert(1)">x</a><a href="https://evil.test" target=_blank>y</a>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '</main></body><meta http-equiv=refresh content="0;url=//evil.test"><base href=//evil.test>',
  '<form action=//evil.test><button>z</button></form><input autofocus onfocus=alert(1)>',
  '<p style="background:url(//evil.test)">q</p><img src="https://evil.test/a.png" srcset="//e 2x">',
  '<h1 id="settings" name="title">I am the settings</h1>',
  '<pre>\n\n</pre><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
]

test.each([...hostile, hostile.join('\n')])('nothing in the copy acts on %s', (source) => {
  const details = { task_name: source, task_introduction: source, task_steps: source }
  const items = [
    { type: 'free_text', description: source, helper_text: source },
    { type: 'rich_text', content: source },
    { type: 'image', alt_text: source, url: source, caption: source },
    { type: 'multiple_choice', description: source, options: [{ label: source }, source] },
    { type: source },
    source,
  ]
  const batch_items = [{ rows: [{ columns: [{ items }] }] }]
  const batch = Batch.parse({ id: 'b', name: source, task_details: details, batch_items })
  const names = { place: source, workspace: source }
  const html = reviewCopy(taskOfBatch('practice', batch, null), names, styles)
  const page = parsed(html)

  const forbidden = 'script, iframe, object, embed, form, input, button, base, link, svg, math'
  expect(page.querySelectorAll(forbidden)).toHaveLength(0)
  expect(page.querySelectorAll('[src], [srcset], [href], [action], [background]')).toHaveLength(0)
  expect(page.querySelectorAll('meta')).toHaveLength(5)
  expect(page.querySelectorAll('style')).toHaveLength(1)
  expect(page.querySelectorAll('#settings, #title')).toHaveLength(2)
  expect(page.querySelectorAll('body > *')).toHaveLength(2)
  expect(page.querySelectorAll('#asked > ul > li')).toHaveLength(items.length)
  expect(page.querySelector('#asked p + p')?.textContent).toBe(source)
  const attributes = [...page.querySelectorAll('*')].flatMap((element) => [...element.attributes])
  expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([])
  expect(attributes.filter(({ name, value }) => name === 'style' && /url/.test(value))).toEqual([])
})

test('links say where they lead and lead nowhere, pictures say where they come from', () => {
  const { page } = copyOf({
    steps:
      '<p><a href="https://lab.example/info">info</a><img src="https://pics.example/a.png" alt="A cat"></p>',
  })
  const steps = page.getElementById('steps')
  expect(steps?.querySelector('a')?.title).toBe('https://lab.example/info')
  expect(steps?.textContent).toBe('infoPicture from pics.example: A cat')
})

test('has a policy that lets its own style sheet in and nothing else', () => {
  const { page } = copyOf({ steps: '<p>a</p>' })
  const policy = page
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute('content')
  const sheet = page.querySelector('style')?.textContent ?? ''
  const hash = createHash('sha256').update(sheet).digest('base64')
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`,
  )
  expect(sheet).toContain('#settings')
  // Before anything that it is to judge.
  expect(page.head.querySelectorAll('meta ~ meta[http-equiv] ~ style')).toHaveLength(1)
})

test('a style sheet that is none is refused', () => {
  const task = taskOfDraft({ place: 'practice', id: '', changedAt: null, texts: blankTexts })
  const sheet = '<style></style><script>'
  expect(() => reviewCopy(task, { place: 'Practice', workspace: null }, sheet)).toThrow(
    /its own end/,
  )
})
