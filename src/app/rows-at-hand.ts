import { provideLocalRows } from '#api/datasets/local-rows.ts'

/**
 * Lets every part of the app show the rows of the spreadsheets that are kept here. Nothing is opened
 * before somebody looks at a task that shows them.
 */
export function provideRowsAtHand(): void {
  provideLocalRows(async (id, environment) => {
    const { openMadeRows } = await import('#dataset/worker/made-rows.ts')
    return openMadeRows(id, environment)
  })
}
