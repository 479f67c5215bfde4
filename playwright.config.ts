import { defineConfig } from '@playwright/test'
import { chromiumOptions } from '#e2e/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/get-chromium.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: 'list',
  // Limits for a machine that is busy with other things: nothing here depends on speed.
  timeout: 90_000,
  expect: {
    timeout: 20_000,
    // No name of a platform in the path: roles and names are the same on all of them.
    toMatchAriaSnapshot: { pathTemplate: '{testDir}/trees/{arg}{ext}', children: 'deep-equal' },
  },
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    launchOptions: chromiumOptions(),
    // Pictures of every frame would take a quarter of the time; a failure shows its last one.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'tests' },
    // Writes files, so it runs only when it is asked for by name.
    ...(process.env['SCREENSHOTS'] ? [{ name: 'screenshots', testMatch: 'screenshots.ts' }] : []),
  ],
})
