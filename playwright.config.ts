import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './e2e/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/get-chromium.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    launchOptions: chromiumOptions(),
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'tests' },
    // Writes files, so it runs only when it is asked for by name.
    ...(process.env['SCREENSHOTS'] ? [{ name: 'screenshots', testMatch: 'screenshots.ts' }] : []),
  ],
})
