import { expect, type Page } from '@playwright/test'
import type { Environment } from '#contract/environment.ts'

/** The form, in the words of the person who fills it in. */
export class WritePage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get title() {
    return this.page.getByRole('textbox', { name: 'Task title' })
  }
  get introduction() {
    return this.page.getByRole('textbox', { name: 'Introduction' })
  }
  get steps() {
    return this.page.getByRole('textbox', { name: 'Steps' })
  }
  get batchName() {
    return this.page.getByRole('textbox', { name: 'Batch name' })
  }
  get workspace() {
    return this.page.getByRole('combobox', { name: 'Workspace' })
  }
  get dataset() {
    return this.page.getByRole('combobox', { name: 'Dataset' })
  }
  /** Their JSON, while that is shown. */
  get questions() {
    return this.page.getByRole('textbox', { name: 'Questions' })
  }
  get createButton() {
    return this.page.getByRole('button', { name: 'Create practice batch' })
  }
  /** The body that would be sent, on the Request tab. */
  get request() {
    return this.page.getByRole('tabpanel', { name: 'Request' }).locator('pre')
  }
  /** The page inside the frame of the participant view. */
  get participantView() {
    return this.page.frameLocator('iframe')
  }

  /** Opens the form and waits until both editors can be written in. */
  async open(environment: Environment = 'practice') {
    await this.page.goto(`/${environment}/new`)
    await this.ready()
  }

  async ready() {
    await expect(this.introduction).toBeEditable()
    await expect(this.steps).toBeEditable()
  }

  /** Fills everything with the documented example; a `name` replaces the batch's own. */
  async fillExample(name?: string) {
    await this.page.getByRole('button', { name: 'Start from an example' }).click()
    await expect(this.title).not.toHaveValue('')
    if (name !== undefined) await this.batchName.fill(name)
  }

  async openQuestions() {
    await this.page.locator('summary').filter({ hasText: 'Questions' }).click()
  }

  /** For a form without questions; the example has them. */
  async addSampleQuestions() {
    await this.openQuestions()
    await this.page.getByRole('button', { name: 'Insert sample questions' }).click()
  }

  /** Writes the questions as JSON. */
  async writeQuestions(json: string) {
    await this.page.getByRole('group', { name: 'Edit questions as' }).getByText('JSON').click()
    await this.questions.fill(json)
  }

  /** Fills the texts by typing, as a person would. */
  async type(texts: { title?: string; introduction?: string; steps?: string }) {
    if (texts.title !== undefined) await this.title.fill(texts.title)
    for (const field of ['introduction', 'steps'] as const) {
      const text = texts[field]
      if (text === undefined) continue
      await this[field].click()
      await this.page.keyboard.type(text)
    }
  }

  /** Creates in practice and waits for the batch's own page; resolves to the new batch's id. */
  async create() {
    await this.createButton.click()
    await this.page.waitForURL(/\/practice\/batches\/[^/]+$/)
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** Opens the Request tab and reads the body from it. */
  async shownRequest() {
    await this.page.getByRole('tab', { name: 'Request' }).click()
    await expect(this.request).toBeVisible()
    return this.request.evaluate((element) => element.textContent)
  }
}
