import { expect, type Page } from '@playwright/test'
import type { Environment } from '#contract/environment.ts'

/** The list of a workspace's batches. */
export class BatchesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get search() {
    return this.page.getByRole('searchbox')
  }

  async open(environment: Environment = 'practice') {
    await this.page.goto(`/${environment}/batches`)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** The links to batches of this name. */
  named(name: string) {
    return this.page.getByRole('link', { name, exact: true })
  }
}
