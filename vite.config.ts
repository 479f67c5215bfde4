import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import * as z from 'zod/mini'
import { publishedDraftFileSchema } from '#drafts/file-format/publish-schema.ts'
import { helpPages } from '#help/build/help-plugin.ts'
import { prerenderedPages } from '#server/static/prerender-plugin.ts'
import { sameOriginBackends } from '#server/vite-plugin.ts'

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

export default defineConfig(({ isSsrBuild }) => ({
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(version) },
  plugins: [
    react(),
    helpPages(),
    sameOriginBackends(),
    prerenderedPages(),
    publishedDraftFileSchema(),
  ],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    // The server needs none of the files that browsers ask for.
    copyPublicDir: !isSsrBuild,
    modulePreload: {
      // The list of what belongs to each later part is in the first file. Only for what the form waits
      // for is it worth its bytes; other parts ask for what they import once they have arrived.
      resolveDependencies: (file, dependencies) =>
        /RichTextField|LoadedView/.test(file)
          ? dependencies
          : dependencies.filter((name) => name.endsWith('.css')),
    },
    // What the first page asks for anyway comes in one file: many small ones compress badly, and only
    // one style sheet goes inside the page.
    rolldownOptions: isSsrBuild
      ? {}
      : { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup-dom.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // By default one processor is kept free, which on a machine with two leaves half of it idle.
    maxWorkers: '100%',
    // A busy machine is no failure.
    testTimeout: 30_000,
  },
}))
