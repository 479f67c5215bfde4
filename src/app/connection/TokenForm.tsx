import { useState, type FormEvent } from 'react'
import type { ApiFailure } from '#api/api-error.ts'
import { explainFailure } from '#api/explain-failure.ts'
import type { Backend } from '#contract/app-config.ts'
import controlStyles from '#ui/control.module.css'
import { describedBy, Field } from '#ui/forms/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { OutsideLink } from '#ui/OutsideLink.tsx'
import { takeFocus } from '#ui/dialogs/dialog-focus.ts'

type TokenFormProps = {
  id: string
  /** The environment's name. */
  name: string
  ownToken: NonNullable<Backend['own_token']>
  /** Whether the token in use has been refused. */
  refused: boolean
  failure: ApiFailure | null
  busy: boolean
  onSend: (typed: string) => unknown
  onChange: () => void
}

/** Where a token is pasted. What is typed is in the field alone: no state, no store and no address has it. */
export function TokenForm(props: TokenFormProps) {
  const { id, name, ownToken, refused, failure, busy, onSend, onChange } = props
  const [empty, setEmpty] = useState(false)
  const error = empty ? 'Paste a token first.' : failure && sentenceFor(failure, name)
  const tokenId = `${id}-token`

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const field = event.currentTarget.querySelector('input')
    const typed = field?.value.trim() ?? ''
    setEmpty(typed === '')
    if (busy) return
    if (typed !== '') await onSend(typed)
    field?.focus()
  }

  return (
    <>
      {refused && (
        <Notice tone="bad" title={`${name} did not accept the token in use (401).`}>
          <p>It may have been deleted. Your text is untouched.</p>
        </Notice>
      )}
      <p>
        Paste an API token from your {name} account. To create one, go to Settings, API tokens in{' '}
        {name}.{' '}
        <OutsideLink href="https://app.prolific.com/researcher/tokens/">Open the page</OutsideLink>
      </p>
      <form id={id} autoComplete="off" noValidate onSubmit={submit}>
        <Field
          id={tokenId}
          label="API token"
          error={error || undefined}
          help={
            <>
              The token goes to this server (<b>{location.host}</b>), which keeps it in memory until
              you disconnect, the server restarts, or it goes unused for {ownToken.idle_hours}{' '}
              hours. This browser does not keep it. A token can do anything its account can, so give
              it only to a server you trust.
            </>
          }
        >
          <input
            ref={takeFocus}
            name="token"
            id={tokenId}
            className={controlStyles.control}
            type="password"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-1p-ignore
            data-lpignore="true"
            readOnly={busy}
            aria-invalid={Boolean(error)}
            aria-describedby={describedBy(tokenId, { error: Boolean(error), help: true })}
            onChange={() => {
              setEmpty(false)
              if (failure) onChange()
            }}
          />
        </Field>
      </form>
      {!isSecureContext && (
        <Notice tone="caution" title="This connection is not encrypted.">
          <p>
            Others on the network could read your token. Ask your administrator for an https
            address.
          </p>
        </Notice>
      )}
    </>
  )
}

function sentenceFor(failure: ApiFailure, name: string) {
  if (failure.kind === 'rejected') {
    return 'This does not look like a token. Copy the whole token again, with nothing around it.'
  }
  if (failure.kind === 'unauthorized' && failure.status === 401) {
    return `${name} did not accept this token (401). It may be incomplete, or it may have been deleted.`
  }
  const { title, sentence } = explainFailure(failure, name)
  return `${title} ${sentence}`
}
