import { Check, Copy } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { Button } from './Button.tsx'

type CopyButtonProps = {
  text: string
  /** What is copied, for a button whose face says only "Copy". */
  what: string
  kind?: ComponentProps<typeof Button>['kind']
}

/** Copies text and says on its own face whether that worked. */
export function CopyButton({ text, what, kind = 'quiet' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()

  const copy = async () => {
    try {
      // `clipboard` is absent on plain-http addresses other than this machine's own.
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }

  return (
    <Button kind={kind} onClick={copy} onBlur={() => setOutcome(undefined)}>
      {outcome === 'copied' ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
      <span aria-live="polite">
        {outcome === undefined && 'Copy'}
        {outcome === 'copied' && 'Copied'}
        {outcome === 'failed' && 'Could not copy. Select the text and press Ctrl+C'}
        <span className="visually-hidden"> {what}</span>
      </span>
    </Button>
  )
}
