import { useEffect, useEffectEvent } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { EVERYWHERE, useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import { askedByKey, type Overlay } from './asked-by-key.ts'
import { HelpDialog } from '#app/HelpDialog.tsx'
import { inOtherEnvironment } from '#app/environment-address.ts'
import { RehearseDialog } from '#app/RehearseDialog.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { ShortcutTables } from './ShortcutTables.tsx'

const loadPalette = async () => (await import('./CommandPalette.tsx')).CommandPalette

type CommandsProps = {
  environment: Environment
  backends: readonly Backend[] | undefined
  links: readonly { href: string; text: string }[]
  /** What is open. */
  shown: Overlay | null
  onShow: (overlay: Overlay | null) => void
}

/** What can be done on every screen, the keys for it, and what is opened over the screens. */
export function Commands({ environment, backends, links, shown, onShow }: CommandsProps) {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const close = () => onShow(null)

  const connectable = backends?.find(({ own_token }) => own_token)

  useCommands([
    ...links.map(({ href, text }) => ({
      name: `Go to ${text}`,
      group: EVERYWHERE,
      run: () => navigate(href),
    })),
    { name: 'Import…', group: EVERYWHERE, run: () => navigate(`/${environment}/import`) },
    ...(backends ?? [])
      .filter((backend) => backend.place !== environment)
      .map((backend) => ({
        name: `Switch to ${backend.name}`,
        group: EVERYWHERE,
        run: () => navigate(inOtherEnvironment(path, search, backend.place)),
      })),
    ...(connectable
      ? [
          {
            name: `Connection to ${connectable.name}…`,
            group: EVERYWHERE,
            run: () => navigate(`${path}?${opening(search, 'connection')}`),
          },
        ]
      : []),
    ...(environment === 'practice'
      ? [{ name: 'Rehearse a problem…', group: EVERYWHERE, run: () => onShow('rehearse') }]
      : []),
    { name: 'Keyboard shortcuts', group: EVERYWHERE, keys: '?', run: () => onShow('shortcuts') },
    { name: 'Help', group: EVERYWHERE, run: () => onShow('help') },
  ])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const asked = askedByKey(event)
    if (!asked) return
    event.preventDefault()
    onShow(asked)
  })
  // Keys reach the window wherever the focus is.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])

  if (shown === 'help') return <HelpDialog onClose={close} />
  if (shown === 'shortcuts') return <ShortcutsDialog onClose={close} />
  if (shown === 'rehearse') return <RehearseDialog onClose={close} />
  if (shown === null) return null
  return (
    <Later load={loadPalette} name="the commands">
      {(CommandPalette) => <CommandPalette onClose={close} />}
    </Later>
  )
}

/** The address asks for something on top of the page, and for what it asked before. */
function opening(search: string, open: string) {
  const params = new URLSearchParams(search)
  params.set('open', open)
  return params.toString()
}

/** The shortcuts alone. */
function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <ShortcutTables />
    </Dialog>
  )
}
