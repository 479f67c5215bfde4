import { elementOf } from './line-writer.ts'

/**
 * A `<pre>` as the editor writes code, and what stood in it beside the code, such as the name of the
 * language on a chat page; null for either that is not there. Changes `element`.
 */
export function readCode(element: Element): { beside: Element | null; block: Element | null } {
  const code = element.querySelector('code')
  const beside = code && element.textContent !== code.textContent ? elementOf('div') : null
  if (code && beside) {
    code.remove()
    beside.append(...element.childNodes)
  }
  const source = code ?? element
  for (const lineBreak of source.querySelectorAll('br')) lineBreak.replaceWith('\n')
  for (const line of source.querySelectorAll('div, p')) line.append('\n')
  const text = (source.textContent ?? '').replace(/^\n/, '').trimEnd()
  if (text === '') return { beside, block: null }
  const [language] = /\blanguage-[\w+#-]+/.exec(code?.className ?? '') ?? []
  const inner = elementOf('code', language === undefined ? {} : { class: language })
  inner.textContent = text
  const block = elementOf('pre')
  block.append(inner)
  return { beside, block }
}
