/** Writes line breaks and tabs inside `"…"` as `\n`, `\r` and `\t`. */
export function mendLineBreaks(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, (quoted) =>
    /[\n\r\t]/.test(quoted)
      ? quoted
          .replaceAll('\r\n', '\\n')
          .replaceAll('\n', '\\n')
          .replaceAll('\r', '\\n')
          .replaceAll('\t', '\\t')
      : quoted,
  )
}
