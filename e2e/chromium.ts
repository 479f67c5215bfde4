import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const asRoot = process.getuid?.() === 0

/**
 * The Chromium to test with: `CHROMIUM_PATH`, else one of the system's, else the one in Playwright's
 * own cache. Undefined when this machine has none.
 */
function findChromium() {
  const wanted = process.env['CHROMIUM_PATH']
  const candidates = wanted ? [wanted] : [...SYSTEM_PATHS, chromium.executablePath()]
  return candidates.find((path) => existsSync(path))
}

/**
 * Makes sure that there is a Chromium, installing one if need be: first by Playwright, then, as root
 * on Debian and its relatives, by the system's package manager.
 * Throws one sentence that says what to do when neither works.
 */
export function installChromium() {
  if (findChromium()) return
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted) throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file.`)
  run('npx', 'playwright', 'install', 'chromium')
  if (!findChromium() && asRoot) {
    run('apt-get', 'update')
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation')
  }
  if (findChromium()) return
  throw new Error(
    'No Chromium was found: install Chromium or Google Chrome, or set CHROMIUM_PATH to the program.',
  )
}

/**
 * What Chromium does without. It takes the last such list alone, so that Playwright's own is repeated
 * here behind the two pages that Chromium opens for its address bar, unseen, beside each page of a test:
 * they cost a quarter of all that such a page costs.
 */
const UNUSED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** How every test and measurement starts the browser: quiet on the network, sandboxed unless root. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findChromium()
  return {
    ...(executablePath && { executablePath }),
    chromiumSandbox: !asRoot,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${UNUSED_FEATURES.join(',')}`,
    ],
  }
}

function run(command: string, ...parameters: string[]) {
  spawnSync(command, parameters, { stdio: 'inherit' })
}
