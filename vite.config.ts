import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { prerenderedPages } from '#server/prerender-plugin.ts'
import { sameOriginBackends } from '#server/vite-plugin.ts'

export default defineConfig({
  plugins: [react(), sameOriginBackends(), prerenderedPages()],
  build: { outDir: 'dist/client', emptyOutDir: true },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup-dom.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // A busy machine is no failure.
    testTimeout: 30_000,
  },
})
