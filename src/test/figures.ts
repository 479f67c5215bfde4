import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    figures?: Record<string, number | string>
  }
}

/** What a long test has measured, for the table of `npm run soak`. */
export function report({ task }: TestContext, figures: Record<string, number | string>) {
  task.meta.figures = figures
}
