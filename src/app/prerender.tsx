import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { App } from './App.tsx'

/**
 * The markup of one address as the browser's first render makes it, for a page that can be typed into
 * before its script arrives. `title` is what the page is called.
 */
export function prerender(path: string) {
  const markup = renderToString(
    <StrictMode>
      <App ssrPath={path} />
    </StrictMode>,
  )
  const [element = '', title = ''] = /<title>(.*?)<\/title>/.exec(markup) ?? []
  // React puts the title into the head of a page by itself, and so looks for it there.
  return { markup: markup.replace(element, ''), title }
}
