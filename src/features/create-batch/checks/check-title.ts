import { OPEN_PLACEHOLDER, placeholdersIn } from '#html/content-checks/placeholders.ts'
import { parseInert } from '#html/inert-document.ts'
import type { FieldCheck } from './check.ts'

/** The title goes as plain text, and Prolific says that it may hold HTML: both can be meant. */
export function checkTitle(title: string): FieldCheck[] {
  return [
    ...placeholdersIn(title).map((quote) => ({
      field: 'taskTitle' as const,
      what: OPEN_PLACEHOLDER,
      quote,
      advice: 'Participants would read it exactly like this: Prolific fills nothing in.',
    })),
    ...htmlIn(title),
  ]
}

function htmlIn(title: string): FieldCheck[] {
  if (!/[<&]/.test(title)) return []
  const asHtml = parseInert(title).textContent.replace(/\s+/g, ' ').trim()
  const same = asHtml === title.replace(/\s+/g, ' ').trim()
  return [
    {
      field: 'taskTitle',
      what: 'Title that can be read as HTML',
      advice: same
        ? `It holds “<” or “&”. Both as text and as HTML it should read “${asHtml}”; “and” or “less than” would be safer.`
        : `If Prolific reads it as text: “${title}”. As HTML: ${asHtml === '' ? 'nothing at all' : `“${asHtml}”`}.`,
    },
  ]
}
