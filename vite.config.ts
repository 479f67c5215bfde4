import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/client', emptyOutDir: true },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup-dom.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
