import { cleanHtml } from './sanitize.ts'

/**
 * Under `require-trusted-types-for 'script'` the browser asks the default policy whenever code gives a
 * plain string to a parser; ours answers with the cleaned string. Tiptap and ProseMirror do that when
 * they load and paste. There is no `createScript` and no `createScriptURL`: those stay refused.
 * Loaded with the editor; nothing before it hands strings to a parser. Calling it twice is harmless.
 */
export function registerDefaultPolicy(): void {
  const { trustedTypes } = globalThis
  if (!trustedTypes || trustedTypes.defaultPolicy) return
  trustedTypes.createPolicy('default', { createHTML: cleanHtml })
}
