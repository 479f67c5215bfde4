import { expect, type Page } from '@playwright/test'
import type { Environment } from '#contract/environment.ts'

/** One batch's own page. */
export class BatchPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** What is announced about the status. */
  get status() {
    return this.page
      .getByRole('status')
      .filter({ hasText: /set up|Ready|Status|failed/ })
      .first()
  }
  get heading() {
    return this.page.getByRole('heading', { level: 1 })
  }
  get setUpDialog() {
    return this.page.getByRole('dialog', { name: 'Set up this batch' })
  }

  async open(id: string, environment: Environment = 'practice') {
    await this.page.goto(`/${environment}/batches/${id}`)
    await expect(this.heading).toBeVisible()
  }

  async openSetUp() {
    await this.page.getByRole('button', { name: 'Set up…' }).click()
    await expect(this.setUpDialog).toBeVisible()
  }

  /** Sets the batch up with groups of `size`, which makes `groups`. */
  async setUp({ size, groups }: { size: number; groups: number }) {
    await this.openSetUp()
    await this.page.getByLabel('Items per participant').fill(String(size))
    await this.page.getByRole('button', { name: `Set up ${groups} groups` }).click()
    await expect(this.setUpDialog).toBeHidden()
  }
}
