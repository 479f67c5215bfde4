import { useRef, useMemo } from 'react'
import { flushSync } from 'react-dom'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import type { TextName, DraftForm } from '#screens/write/fields/form-fields.ts'
import type { TextAccess } from '#screens/write/draft/text-access.ts'
import { replaceAll } from '#html/replacements/replace-outside.ts'
import type { TextPosition } from '#html/parse/edit-blocks.ts'
import type { ItemAddress } from '#questions/layout/address.ts'
import type { FieldName } from '#drafts/fields.ts'
import { Button } from '#ui/Button.tsx'
import { counted } from '#ui/counted.ts'
import type { Check, Checks } from './check.ts'
import { CheckGroup } from './CheckGroup.tsx'
import styles from './ChecksPanel.module.css'
import { KeepsField } from './KeepsField.tsx'
import { useReplacements } from './use-replacements.ts'
import { useChunk } from '#ui/loading/use-chunk.ts'

const loadReadingLevel = async () => (await import('#html/words/reading-level.ts')).readingLevel

type ChecksPanelProps = {
  form: DraftForm
  draft: BatchDraft
  checks: Checks
  texts: TextAccess
  /** Whether the panel is looked at. */
  open: boolean
  onGoTo: (field: FieldName) => void
  onCard: (at: ItemAddress) => void
  onReveal: (field: TextName, position: TextPosition) => void
}

/** What must be mended, what may not survive at Prolific, and what is worth a look, each with its place. */
export function ChecksPanel(props: ChecksPanelProps) {
  const { form, draft, checks, texts, open, onGoTo, onCard, onReveal } = props
  const { mustFix, mayDisappear, worthALook, perItem, words, minutes } = checks
  const { keeps, onlyKept } = draft
  const { replace, replaceEverywhere, last, undo } = useReplacements(texts)
  const done = useRef<HTMLDivElement>(null)

  /** The row that was pressed goes, so the focus moves to what was done, and the list stays in place. */
  const act = (action: () => void) => {
    flushSync(action)
    done.current?.focus({ preventScroll: true })
  }
  const actions = {
    onShow: (check: Check) => {
      if ('position' in check) onReveal(check.field, check.position)
      else if (check.at) onCard(check.at)
      else onGoTo(check.field)
    },
    onFix: (check: Check) => {
      if (!('position' in check) || !check.fix) return
      const { apply } = check.fix
      act(() => replace([check.field], apply, `Fixed: ${check.what}.`))
    },
  }

  return (
    <div className={styles.panel}>
      <p className={styles.length}>
        {mustFix.length + mayDisappear.length === 0 && 'Nothing to fix. '}
        {counted(words, 'word')}, about {counted(minutes, 'minute')} to read.
        {perItem !== null && ` ${perItem} for each item (estimate).`}
        {open && <ReadingLevel html={draft.introduction + draft.steps} />}
      </p>
      <div ref={done} className={styles.done} role="status" tabIndex={-1} hidden={!last}>
        {last?.message}
        {last && last.changes.length > 0 && (
          <Button kind="quiet" onClick={() => act(undo)}>
            Undo
          </Button>
        )}
      </div>
      <CheckGroup title="Must fix" tone="bad" checks={mustFix} {...actions} />
      <KeepsField form={form} />
      <CheckGroup
        title="May disappear in Prolific"
        tone="caution"
        checks={mayDisappear}
        {...actions}
        note={
          onlyKept
            ? 'These parts are left out when you send. Their words are kept.'
            : 'These parts go beyond your choice above. They may still work in tasks, but Prolific has not published that.'
        }
        action={
          <Button
            onClick={() =>
              act(() =>
                replaceEverywhere(
                  (html) => replaceAll(html, keeps),
                  'Everything was replaced with safe formatting.',
                ),
              )
            }
          >
            Replace all with safe formatting
          </Button>
        }
      />
      <CheckGroup title="Worth a look" tone="plain" checks={worthALook} {...actions} />
    </div>
  )
}

/** How hard the texts are to read, where that can be measured; nothing until the measure has loaded. */
function ReadingLevel({ html }: { html: string }) {
  const chunk = useChunk(loadReadingLevel)
  const measure = chunk.state === 'ready' ? chunk.value : null
  const level = useMemo(() => measure?.(html), [measure, html])
  return level ? <> {level}</> : null
}
