import { installChromium } from './chromium.ts'

/** Playwright calls a set-up file's default export once, before any worker looks for the browser. */
export default installChromium
