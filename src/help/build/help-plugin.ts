import type { Plugin } from 'vite'
import { readMarkdown } from './read-markdown.ts'

/**
 * Lets the app import a page of the manual as a tree: `docs/writing.md?help` exports `page`. The
 * Markdown is read while the app is built, so that neither it nor its reader is part of the app.
 */
export function helpPages(): Plugin {
  return {
    name: 'help-pages',
    // Before anything takes the file for a program.
    enforce: 'pre',
    transform: {
      filter: { id: /\.md\?help$/ },
      handler(markdown, id) {
        const [, name = ''] = /([^/\\]+)\.md\?help$/.exec(id) ?? []
        const page = readMarkdown(name, markdown)
        // Nothing but data: what does not use a page leaves it out.
        const code = `export const page = ${JSON.stringify(page)}\n`
        return { code, map: null, moduleType: 'js', moduleSideEffects: false }
      },
    },
  }
}
