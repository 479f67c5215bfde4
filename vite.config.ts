import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { prerenderedPages } from '#server/prerender-plugin.ts'
import { sameOriginBackends } from '#server/vite-plugin.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), sameOriginBackends(), prerenderedPages()],
  // The server needs none of the files that browsers ask for.
  build: { outDir: 'dist/client', emptyOutDir: true, copyPublicDir: !isSsrBuild },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup-dom.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // A busy machine is no failure.
    testTimeout: 30_000,
  },
}))
