import { useEffect, useEffectEvent } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import type { HelpTarget } from '#help/help-page.ts'
import { EVERYWHERE, useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import { askedByKey, type Overlay } from './asked-by-key.ts'
import { inOtherEnvironment } from '#app/environment-address.ts'
import { RehearseDialog } from '#app/RehearseDialog.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { ShortcutTables } from './ShortcutTables.tsx'
import styles from '#app/page.module.css'

/** Before it is opened: by then the server may be out of reach, which is when help is needed. */
const loadHelp = async () => (await import('#help/panel/HelpPanel.tsx')).HelpPanel

const loadPalette = async () => (await import('./CommandPalette.tsx')).CommandPalette

/** The help that is open: where it was opened at, null for what belongs to the screen. */
export type WantedHelp = {
  at: HelpTarget | null
  /** Asked for again, it goes back there. */
  times: number
}

type CommandsProps = {
  environment: Environment
  backends: readonly Backend[] | undefined
  links: readonly { href: string; text: string }[]
  /** What is open. */
  shown: Overlay | null
  onShow: (overlay: Overlay | null) => void
  help: WantedHelp | null
  onShowHelp: (isShown: boolean) => void
}

/** What can be done on every screen, the keys for it, and what is opened over the screens. */
export function Commands(props: CommandsProps) {
  const { environment, backends, links, shown, onShow, help, onShowHelp } = props
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
    { name: 'Help', group: EVERYWHERE, run: () => onShowHelp(true) },
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

  return (
    <>
      <Later
        load={loadHelp}
        name="the help"
        renderFailed={(notice) => help && <div className={styles.failure}>{notice}</div>}
      >
        {(HelpPanel) =>
          help && (
            <HelpPanel
              key={help.times}
              at={help.at}
              path={path}
              onClose={() => onShowHelp(false)}
              onShowShortcuts={() => onShow('shortcuts')}
            />
          )
        }
      </Later>
      {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {shown === 'rehearse' && <RehearseDialog onClose={close} />}
      {shown === 'commands' && (
        <Later load={loadPalette} name="the commands">
          {(CommandPalette) => <CommandPalette onClose={close} />}
        </Later>
      )}
    </>
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
