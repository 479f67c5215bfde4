import type { Convert } from '#intake/take-in.ts'

/** Converts a text by the code of the editors, which is loaded only now. */
export const convertSoon: Convert = async (text) => {
  try {
    const { introductionOf } = await import('./introduction-of.ts')
    return await introductionOf(text)
  } catch {
    const reason = 'The part that reads texts could not be loaded. Is the server still running?'
    return { html: '', says: [reason] }
  }
}
