import { useState } from 'react'
import * as z from 'zod/mini'
import { sessionStore } from '#storage/local-store.ts'
import { isImageHost, MAX_IMAGE_HOSTS } from '#html/safety/image-host.ts'

const KEY = 'batch-composer.view'

const ViewSettings = z.object({
  /** Beside the text. */
  device: z.catch(z.enum(['phone', 'tablet', 'computer']), 'phone'),
  /** In the whole window; `both` is a phone and a computer side by side, where there is room. */
  wholeWindow: z.catch(z.enum(['phone', 'tablet', 'computer', 'both']), 'both'),
  /** 200% zoom, as in a browser. */
  zoomed: z.catch(z.boolean(), false),
  dark: z.catch(z.boolean(), false),
  rightToLeft: z.catch(z.boolean(), false),
  /** Without what Prolific may not keep. */
  asKept: z.catch(z.boolean(), false),
  /** Whose pictures the reader has agreed to load. */
  imageHosts: z.catch(
    z.array(z.string().check(z.refine(isImageHost))).check(z.maxLength(MAX_IMAGE_HOSTS)),
    [],
  ),
})

/** How somebody looks at the participant view. */
export type ViewSettings = z.infer<typeof ViewSettings>

export type ChangeSettings = (change: Partial<ViewSettings>) => void

/** How the participant view was looked at last in this tab of the browser, and the way to change it. */
export function useViewSettings(): [ViewSettings, ChangeSettings] {
  const [settings, setSettings] = useState(readSettings)
  return [
    settings,
    (change) => {
      const next = { ...settings, ...change }
      setSettings(next)
      // A tab that stores nothing shows the page of a phone again next time, which is no loss.
      sessionStore.writeJson(KEY, next)
    },
  ]
}

function readSettings(): ViewSettings {
  return sessionStore.readJson(KEY, ViewSettings) ?? ViewSettings.parse({})
}
