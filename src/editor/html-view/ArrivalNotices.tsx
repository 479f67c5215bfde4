import { RenderedDifference } from '#comparison/RenderedDifference.tsx'
import type { Schema } from '@tiptap/pm/model'
import { useState } from 'react'
import { differencesOf } from '#html/compare/differences.ts'
import { removedInWords } from '#html/compare/removed-words.ts'
import type { Arrival } from '#editor/document/lossless-document.ts'
import { unprotectedHtml } from '#editor/document/read-nodes.ts'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { counted } from '#ui/counted.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './ArrivalNotices.module.css'
import { parseInert } from '#html/parse/inert-document.ts'
import { partName } from '#html/profile/part-names.ts'
import { readableText } from '#html/words/readable-text.ts'

const QUOTE_LENGTH = 30

type ArrivalNoticesProps = {
  /** Name of the text, for those who do not see where the notice stands. */
  label: string
  arrival: Arrival
  schema: Schema
  onDismiss: (told: 'removed' | 'protectedParts') => void
  /** Absent where the text is shown as HTML already. */
  onStayInHtml: (() => void) | undefined
}

/** What happened to a text when it was opened: what was removed for safety, and what is protected. */
export function ArrivalNotices(props: ArrivalNoticesProps) {
  const { arrival, onDismiss, onStayInHtml } = props
  const { removed, protectedParts, source } = arrival
  return (
    <div className={styles.notices}>
      {removed.length > 0 && (
        <Notice
          tone="caution"
          title={`Removed for safety: ${removedInWords(removed).join(', ')}.`}
          actions={
            <>
              <Button onClick={() => onDismiss('removed')}>Close</Button>
              <CopyButton text={source} what="the original HTML" />
            </>
          }
        >
          <p>
            {props.label}: this could run a program or mislead participants, so it was removed. If
            you need it elsewhere, copy the original HTML now.
          </p>
        </Notice>
      )}
      {protectedParts.length > 0 && onStayInHtml && (
        <ProtectedNotice {...props} onStayInHtml={onStayInHtml} />
      )}
    </div>
  )
}

const MOST_NAMED = 5

function ProtectedNotice({
  label,
  arrival: { protectedParts },
  schema,
  onDismiss,
  onStayInHtml,
}: ArrivalNoticesProps & { onStayInHtml: () => void }) {
  const [comparing, setComparing] = useState(false)
  const count = protectedParts.length
  const named = protectedParts.slice(0, MOST_NAMED).map(describePart)
  const more = count > MOST_NAMED ? ` and ${count - MOST_NAMED} more` : ''
  return (
    <Notice
      tone="info"
      title={`${counted(count, 'part')} ${count === 1 ? 'is' : 'are'} protected: ${named.join(', ')}${more}.`}
      actions={
        <>
          <Button onClick={() => onDismiss('protectedParts')}>
            {count === 1 ? 'Keep it as a protected part' : 'Keep them as protected parts'}
          </Button>
          <Button onClick={onStayInHtml}>Stay in HTML</Button>
          <Button kind="quiet" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
            Show the difference
          </Button>
        </>
      }
    >
      <p>
        {label}: the visual editor would change {count === 1 ? 'it' : 'them'}.{' '}
        {count === 1 ? 'It is' : 'They are'} kept exactly, and edited as HTML.
      </p>
      {comparing && <Comparison parts={protectedParts} schema={schema} />}
    </Notice>
  )
}

function Comparison({ parts, schema }: { parts: readonly string[]; schema: Schema }) {
  const before = parts.join('\n')
  const after = parts.map((part) => unprotectedHtml(part, schema)).join('\n')
  return (
    <div className={styles.comparison}>
      <p>Without protection, the visual editor would make these changes:</p>
      <ul>
        {differencesOf(before, after).map(({ kind, what, position }) => (
          <li key={`${kind} ${what} ${position.nth}`}>
            {kinds[kind]}: {what}
          </li>
        ))}
      </ul>
      <RenderedDifference before={before} after={after} />
    </div>
  )
}

const kinds = { lost: 'Removed', added: 'Added', changed: 'Changed' }

/** A protected part in a few words: its outermost element and what it says. */
function describePart(html: string): string {
  const element = parseInert(html).firstElementChild
  const line = readableText(html)
  const quote = line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : line
  if (!element) return quote === '' ? 'a comment' : `“${quote}”`
  const name = partName(element.localName)
  const known = name.startsWith('<') ? name : `${name} <${element.localName}>`
  return quote === '' ? known : `${known} “${quote}”`
}
