import 'fake-indexeddb/auto'
import { Editor } from '@tiptap/core'
import { act, configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { documentedExample } from '#contract/examples.ts'
import type * as Blank from '#html/parse/blank.ts'
import type * as Sanitize from '#html/safety/sanitize.ts'
import type * as SplitBlocks from '#html/parse/split-blocks.ts'
import type * as ReadNodes from '#editor/document/read-nodes.ts'
import { allBackups } from '#drafts/autosave/unload-backup.ts'
import { addDraft, readDraft } from '#drafts/store/drafts.ts'
import type * as SaveDraft from '#drafts/autosave/save-draft.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { renderAt } from '#test/render-at.tsx'
import { practice, prolific, serve } from '#test/serve.ts'
import { saveFile } from '#ui/save-file.ts'
import type * as WholeRequest from '#drafts/request-of-texts.ts'
import { WriteScreen } from './WriteScreen.tsx'

type Stage = 'serialise' | 'clean' | 'split' | 'check' | 'store' | 'build'

/** Which stage throws, and only for texts with this word in them. */
const { breaks, throwAt } = vi.hoisted(() => {
  const state: { at: Stage | null } = { at: null }
  return {
    breaks: state,
    throwAt: (stage: Stage, text: string) => {
      if (state.at === stage && text.includes('Unreadable')) throw new TypeError('Not a function.')
    },
  }
})

vi.mock('#editor/document/read-nodes.ts', async (original) => {
  const real = await original<typeof ReadNodes>()
  const tidyHtml: typeof real.tidyHtml = (nodes, schema) => {
    throwAt('serialise', nodes.map(({ textContent }) => textContent).join(' '))
    return real.tidyHtml(nodes, schema)
  }
  return { ...real, tidyHtml }
})
vi.mock('#html/safety/sanitize.ts', async (original) => {
  const real = await original<typeof Sanitize>()
  const guarded =
    <Result,>(clean: (html: string) => Result) =>
    (html: string) => {
      throwAt('clean', html)
      return clean(html)
    }
  return {
    ...real,
    cleanFragment: guarded(real.cleanFragment),
    cleanHtml: guarded(real.cleanHtml),
    outgoingHtml: guarded(real.outgoingHtml),
  }
})
vi.mock('#html/parse/split-blocks.ts', async (original) => {
  const real = await original<typeof SplitBlocks>()
  const splitBlocks: typeof real.splitBlocks = (html) => {
    throwAt('split', html)
    return real.splitBlocks(html)
  }
  return { ...real, splitBlocks }
})
vi.mock('#html/parse/blank.ts', async (original) => {
  const real = await original<typeof Blank>()
  const isBlankHtml: typeof real.isBlankHtml = (html) => {
    throwAt('check', html)
    return real.isBlankHtml(html)
  }
  return { ...real, isBlankHtml }
})
vi.mock('#drafts/autosave/save-draft.ts', async (original) => {
  const real = await original<typeof SaveDraft>()
  const saveDraft: typeof real.saveDraft = async (save) => {
    throwAt('store', save.texts.introduction)
    return real.saveDraft(save)
  }
  return { ...real, saveDraft }
})
vi.mock('#drafts/request-of-texts.ts', async (original) => {
  const real = await original<typeof WholeRequest>()
  const wholeRequest: typeof real.wholeRequest = (draft) => {
    throwAt('build', draft.introduction)
    return real.wholeRequest(draft)
  }
  return { ...real, wholeRequest }
})
vi.mock('#ui/save-file.ts', () => ({ saveFile: vi.fn<() => void>() }))

// The editors are large modules, and test machines are busy.
vi.setConfig({ testTimeout: 120_000 })
configure({ asyncUtilTimeout: 30_000 })

beforeEach(() => {
  breaks.at = null
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

async function openForm(address = '/practice/new') {
  const server = serve()
  renderAt(address, <WriteScreen environment="practice" backends={[practice, prolific]} />)
  const steps = await screen.findByRole('textbox', { name: 'Steps' })
  return {
    introduction: screen.queryByRole('textbox', { name: 'Introduction' }),
    steps,
    user: userEvent.setup(),
    posts: () => server.calls.filter((call) => call.startsWith('POST')),
    create: () => screen.getByRole('button', { name: 'Create practice batch' }),
  }
}

/** jsdom has no typing in editable elements. */
function type(text: HTMLElement | null, words: string) {
  const editor: unknown = text && Reflect.get(text, 'editor')
  if (!(editor instanceof Editor)) throw new Error('There is no editor here.')
  act(() => editor.view.dispatch(editor.state.tr.insertText(words, 1)))
}

const closePage = () => act(() => void dispatchEvent(new Event('pagehide')))
const keptOnClosing = () => allBackups().map(({ texts }) => texts)
const complete = {
  ...blankTexts,
  taskTitle: 'Rate',
  introduction: '<p>About</p>',
  steps: '<p>Do it</p>',
  batchName: 'Pilot',
  workspaceId: documentedExample.workspace_id,
}
const stored = (id: string) => `/practice/new?draft=${id}`
const addComplete = (changes: Partial<typeof complete> = {}) =>
  addDraft({ name: '', place: 'practice', texts: { ...complete, ...changes } })

test.each(['serialise', 'clean', 'check', 'build'] as const)(
  'when a text throws at “%s”, nothing is sent, and every text is kept',
  async (stage) => {
    const { introduction, steps, user, create, posts } = await openForm(stored(await addComplete()))
    breaks.at = stage
    type(introduction, 'Unreadable words. ')
    type(steps, 'More. ')
    closePage()
    expect(keptOnClosing()).toMatchObject([
      { introduction: '<p>Unreadable words. About</p>', steps: '<p>More. Do it</p>' },
    ])
    await user.click(create())
    expect((await screen.findAllByText(/nothing (?:was|is) sent/i))[0]).toBeVisible()
    expect(posts()).toEqual([])
    expect(screen.queryByText('This page stopped working.')).not.toBeInTheDocument()

    breaks.at = null
    await user.click(create())
    await waitFor(() => expect(posts()).not.toEqual([]))
  },
)

test('a text that cannot be written out says so, and can be downloaded', async () => {
  const { introduction, user } = await openForm(stored(await addComplete()))
  breaks.at = 'serialise'
  type(introduction, 'Unreadable < words. ')
  closePage()
  const notice = within(await screen.findByRole('alert'))
  expect(notice.getByText(/^Introduction: part of this text cannot be read/)).toBeVisible()
  await user.click(notice.getByRole('button', { name: 'Download the text' }))
  expect(saveFile).toHaveBeenCalledWith(
    'introduction.html',
    '<p>Unreadable &lt; words. About</p>',
    'text/html',
  )
  breaks.at = null
  type(introduction, 'Again. ')
  closePage()
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
})

test.each(['clean', 'split'] as const)(
  'a stored text that throws at “%s” is opened all the same, beside the others',
  async (stage) => {
    breaks.at = stage
    const id = await addComplete({ introduction: '<p>Unreadable</p>' })
    const { steps } = await openForm(stored(id))
    expect(await screen.findByText(/^The visual editor cannot show this text/)).toBeVisible()
    const code = document.querySelector('#field-introduction')?.shadowRoot
    expect(code?.textContent).toContain('<p>Unreadable</p>')
    type(steps, 'More. ')
    closePage()
    expect(keptOnClosing()).toMatchObject([
      { introduction: '<p>Unreadable</p>', steps: '<p>More. Do it</p>' },
    ])
  },
)

test('a text that cannot be stored is said not to be', async () => {
  const id = await addComplete()
  const { introduction } = await openForm(stored(id))
  await screen.findByText(/^Saved \d/)
  breaks.at = 'store'
  type(introduction, 'Unreadable. ')
  expect(await screen.findByText(/^Not saved/)).toBeVisible()
  breaks.at = null
  type(introduction, 'Readable. ')
  expect(await screen.findByText(/^Saved \d/)).toBeVisible()
  expect(await readDraft(id)).toMatchObject({
    draft: { texts: { introduction: '<p>Readable. Unreadable. About</p>' } },
  })
})
