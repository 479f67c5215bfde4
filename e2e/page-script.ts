import { build } from 'vite'

/** A module of this folder as a script in one piece, which gives a page its exports as `name`. */
export async function pageScript(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      // Nothing is written to the disk.
      write: false,
      minify: false,
      lib: { entry: `e2e/${entry}`, formats: ['iife'], name },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk =
    first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : null
  if (chunk?.type !== 'chunk') throw new Error('There is no script for the page.')
  return chunk.code
}
