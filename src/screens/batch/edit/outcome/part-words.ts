import type { Part } from '#screens/batch/edit/batch-content.ts'

/** How parts of a batch are spoken of in sentences. */
export function partWords(parts: readonly Part[]) {
  const hasTexts = parts.includes('texts')
  if (hasTexts && parts.includes('questions')) {
    return {
      name: 'text and questions',
      these: 'this text and these questions',
      them: 'them',
      are: 'are',
      were: 'were',
    }
  }
  if (hasTexts) return { name: 'text', these: 'this text', them: 'it', are: 'is', were: 'was' }
  return { name: 'questions', these: 'these questions', them: 'them', are: 'are', were: 'were' }
}
