import { Filter } from 'lucide-react'
import { keptWords, type KeptPart } from './kept-part.ts'
import { ViewNote } from './ViewNote.tsx'

type KeptNoteProps = { kept: KeptPart; onShowAll: () => void }

/** Says above the sheet that it does not show all of the text. */
export function KeptNote({ kept: { profile, isSent }, onShowAll }: KeptNoteProps) {
  return (
    <ViewNote
      tone="busy"
      icon={Filter}
      {...(!isSent && { action: { label: 'Show everything', onPress: onShowAll } })}
    >
      <strong>{keptWords[profile]}.</strong>{' '}
      {isSent
        ? 'The rest is left out when the text is sent, as you chose.'
        : 'The rest is stripped to its words, as in study descriptions. Your text is unchanged.'}
    </ViewNote>
  )
}
