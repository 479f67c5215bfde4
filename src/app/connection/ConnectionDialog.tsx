import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, useEffect, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { me } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { useOnce } from '#ui/use-once.ts'
import { Notice } from '#ui/Notice.tsx'
import { ConnectedAs } from './ConnectedAs.tsx'
import { inOtherEnvironment } from '#app/environment-address.ts'
import { TokenForm } from './TokenForm.tsx'
import { ApiError, type ApiFailure } from '#api/api-error.ts'
import { connect, disconnect, meetAgain } from '#api/connection.ts'
import { announceConnection } from './connection-news.ts'

type ConnectionDialogProps = { backend: Backend; here: Environment; onClose: () => void }

/** Takes a token, or says whose is in use. What was typed is gone with the dialog. */
export function ConnectionDialog({ backend, here, onClose }: ConnectionDialogProps) {
  const { name, connected, own_token } = backend
  const formId = useId()
  const [path] = useLocation()
  const search = useSearch()
  const owner = useQuery({ ...me(backend), enabled: connected })
  const failure = owner.error?.failure
  const refused = connected && failure?.kind === 'unauthorized' && failure.status === 401
  const token = useOwnToken(backend)
  const { busy } = token
  const [replacing, setReplacing] = useState(false)
  const [left, setLeft] = useState(false)

  if (!own_token) {
    return (
      <Dialog
        title={`Connect to ${name}`}
        onClose={onClose}
        actions={<Button onClick={onClose}>Close</Button>}
      >
        <p>
          You cannot use your own token here. Your administrator connects {name} for everybody: ask
          them to check the server’s token. Your text is kept in this browser.
        </p>
      </Dialog>
    )
  }

  const asks = !connected || refused || replacing
  const send = async (typed: string) => {
    setLeft(false)
    if (await token.connect(typed)) setReplacing(false)
  }
  const leave = async () => setLeft((await token.disconnect()) === true)

  return (
    <Dialog
      title={asks ? `Connect to ${name}` : `Connected to ${name}`}
      onClose={onClose}
      actions={
        asks ? (
          <>
            <Button kind="primary" type="submit" form={formId} aria-disabled={busy}>
              {busy ? `Checking with ${name}…` : 'Connect'}
            </Button>
            <Button onClick={replacing ? () => setReplacing(false) : onClose}>Cancel</Button>
          </>
        ) : (
          <>
            {here === backend.place ? (
              <Button kind="primary" onClick={onClose}>
                Done
              </Button>
            ) : (
              <LinkButton kind="primary" href={inOtherEnvironment(path, search, backend.place)}>
                Go to {name}
              </LinkButton>
            )}
            <Button
              onClick={() => {
                token.forgetFailure()
                setReplacing(true)
              }}
            >
              {own_token.in_use ? 'Use another token…' : 'Use my own token…'}
            </Button>
            {own_token.in_use && (
              <Button aria-disabled={busy} onClick={leave}>
                Disconnect
              </Button>
            )}
          </>
        )
      }
    >
      {left && (
        <Notice tone="good" role="status" title="Disconnected.">
          <p>The server has forgotten your token. It still exists in {name}.</p>
        </Notice>
      )}
      {asks ? (
        <TokenForm
          id={formId}
          name={name}
          ownToken={own_token}
          refused={refused}
          failure={token.failure}
          busy={busy}
          onSend={send}
          onChange={token.forgetFailure}
        />
      ) : (
        // Anew for another owner, so that the focus is not left on a button that is gone.
        <ConnectedAs
          key={String(own_token.in_use)}
          backend={backend}
          ownToken={own_token}
          owner={owner}
        />
      )}
    </Dialog>
  )
}

/**
 * Gives the server a token and takes it back. The token itself is passed through and held by nothing
 * here. Leaving meanwhile gives up.
 */
function useOwnToken({ place: environment, own_token }: Backend) {
  const client = useQueryClient()
  const { once, busy } = useOnce()
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const running = useRef<AbortController>(null)

  const follow = async () => {
    announceConnection(environment)
    await meetAgain(client, environment)
  }

  // A request in flight belongs to the network, not to the dialog that is closed meanwhile.
  useEffect(() => () => running.current?.abort(), [])

  /** Resolves to whether it was done. */
  const run = async (act: (signal: AbortSignal) => Promise<unknown>) => {
    const control = new AbortController()
    running.current = control
    setFailure(null)
    try {
      await act(control.signal)
      await follow()
      return true
    } catch (error) {
      // Given up too late, the server may have a token from now on: what it says counts.
      if (control.signal.aborted) void follow()
      else if (error instanceof ApiError) setFailure(error.failure)
      else throw error
      return false
    } finally {
      running.current = null
    }
  }

  return {
    busy,
    failure,
    connect: async (token: string) =>
      own_token ? once(() => run((signal) => connect(own_token, { token }, signal))) : false,
    disconnect: async () => (own_token ? once(() => run(() => disconnect(own_token))) : false),
    forgetFailure: () => setFailure(null),
  }
}
