import type { Schema } from '@tiptap/pm/model'
import { Later } from '#ui/Later.tsx'
import type { Arrival } from './lossless-document.ts'

const loadNotices = async () => (await import('./source/ArrivalNotices.tsx')).ArrivalNotices

type ArrivalAreaProps = {
  label: string
  arrival: Arrival | null
  schema: Schema
  onDismiss: (told: 'removed' | 'protectedParts') => void
  onStayInHtml: (() => void) | undefined
}

/** Where it is said, and read out, what became of a text when it was opened. */
export function ArrivalArea({ arrival, ...props }: ArrivalAreaProps) {
  return (
    // There before its words are: screen readers announce what comes into an area that they know.
    <div aria-live="polite">
      {arrival && (
        <Later load={loadNotices} name="what became of the text">
          {(ArrivalNotices) => <ArrivalNotices {...props} arrival={arrival} />}
        </Later>
      )}
    </div>
  )
}
