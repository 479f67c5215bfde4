import '#contract/zod-jitless.ts'
import './start-editors.ts'
import '#ui/tokens.css'
import '#ui/base.css'
import '#ui/shared.css'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { settleAddress } from '#app/environment-address.ts'
import { provideRowsAtHand } from '#app/rows-at-hand.ts'
import { surviveTranslation } from '#app/survive-translation.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to render into.')

surviveTranslation(document.body)

provideRowsAtHand()

const prerendered = root.dataset['prerendered']
const app = (
  <StrictMode>
    <App />
  </StrictMode>
)

// The form is in the page before this script is, so that it can be typed into at once. Any other
// address was served a bare frame, or turned out to lead elsewhere.
if (prerendered !== undefined && settleAddress(prerendered)) hydrateRoot(root, app)
else createRoot(root).render(app)
