import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { writeStaticHostHeaders } from './static-host-headers.ts'

type Prerender = (path: string) => { markup: string; title: string }

/** The pages that carry a form, by the address whose form it is. Every other address gets `app.html`. */
const pages = { 'index.html': '/practice/new', 'prolific.html': '/prolific/new' }

const ROOT = '<div id="root"></div>'

/**
 * Writes the form into the built pages, with the style sheet inside them, so that they can be read and
 * typed into after one request. The app renders itself for that in a second, private build.
 */
export function prerenderedPages(): Plugin {
  let outDir = ''
  let root = ''
  return {
    name: 'prerendered-pages',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved(config) {
      root = config.root
      outDir = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      async handler(error) {
        // Vite says it; what stands in the folder is of an earlier build.
        if (error) return
        const template = await withStylesInside(await readFile(join(outDir, 'index.html'), 'utf8'))
        const prerender = await buildPrerender(root)
        await writeFile(join(outDir, 'app.html'), template)
        for (const [file, path] of Object.entries(pages)) {
          const { markup, title } = prerender(path)
          const page = template
            .replace(ROOT, () => `<div id="root" data-prerendered="${path}">${markup}</div>`)
            .replace(/<title>.*?<\/title>/, () => `<title>${title}</title>`)
          await writeFile(join(outDir, file), page)
        }
        writeStaticHostHeaders(outDir)
      },
    },
  }

  async function withStylesInside(html: string) {
    const sheets = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)]
    const [link, href] = sheets[0] ?? []
    if (!link || !href || sheets.length > 1) {
      throw new Error(`The built page has ${sheets.length} style sheets to put inside it, not one.`)
    }
    const css = await readFile(join(outDir, href), 'utf8')
    return html.replace(link, () => `<style>${css.trim()}</style>`)
  }
}

/** Builds the app for Node, takes its prerender function and leaves nothing behind. */
async function buildPrerender(root: string): Promise<Prerender> {
  // Inside the project, so that what the build leaves as imports is found.
  const folder = await mkdtemp(join(root, 'node_modules', '.prerender-'))
  try {
    await build({
      root,
      logLevel: 'warn',
      build: {
        ssr: 'src/app/prerender.tsx',
        outDir: folder,
        emptyOutDir: true,
        copyPublicDir: false,
      },
    })
    const built: unknown = await import(pathToFileURL(join(folder, 'prerender.js')).href)
    if (!hasPrerender(built)) throw new Error('src/app/prerender.tsx exports no prerender().')
    return built.prerender
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function hasPrerender(built: unknown): built is { prerender: Prerender } {
  return typeof built === 'object' && built !== null && 'prerender' in built
}
