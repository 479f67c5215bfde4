import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/read-batch.ts'
import { ShareMenu } from '#handing-on/ShareMenu.tsx'
import { sentTexts } from '#storage/sent-texts.ts'
import { useCommands } from '#ui/commands.ts'
import { Later } from '#ui/Later.tsx'
import itemStyles from '#ui/MenuItem.module.css'

const loadDuplicate = async () => (await import('#duplicating/DuplicateDialog.tsx')).DuplicateDialog

/** What can be made of a batch besides what comes next for it. */
export function ShareBatch({ backend, batch }: { backend: Backend; batch: Batch }) {
  const [duplicating, setDuplicating] = useState(false)
  const { place } = backend
  useCommands([
    { name: 'Duplicate…', group: 'Duplicate and share', run: () => setDuplicating(true) },
  ])
  return (
    <>
      <ShareMenu
        label="Duplicate and share"
        backend={backend}
        listed
        read={async () => ({ kind: 'batch', place, batch, sent: sentTexts(place, batch.id) })}
      >
        {(close) => (
          <button
            type="button"
            className={itemStyles.item}
            onClick={() => {
              close()
              setDuplicating(true)
            }}
          >
            <Copy aria-hidden size={16} />
            Duplicate…
          </button>
        )}
      </ShareMenu>
      {duplicating && (
        <Later load={loadDuplicate} name="the dialog">
          {(DuplicateDialog) => (
            <DuplicateDialog
              backend={backend}
              id={batch.id}
              onClose={() => setDuplicating(false)}
            />
          )}
        </Later>
      )}
    </>
  )
}
