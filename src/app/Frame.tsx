import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { HelpLinksContext } from '#help/help-links.ts'
import type { HelpTarget } from '#help/help-page.ts'
import { Later } from '#ui/loading/Later.tsx'
import type { WantedHelp } from '#app/commands/Commands.tsx'
import type { Overlay } from '#app/commands/asked-by-key.ts'
import styles from './Frame.module.css'
import { EnvironmentMenu } from './EnvironmentMenu.tsx'
import { Menu as MenuIcon } from 'lucide-react'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'

/** After the first paint: what it listens to and opens is nothing to look at. */
const loadCommands = async () => (await import('#app/commands/Commands.tsx')).Commands

type FrameProps = {
  environment: Environment | null
  backends: readonly Backend[] | undefined
  children: ReactNode
}

/** What every screen has around it: the header and, in Practice, the strip that says so. */
export function Frame({ environment, backends, children }: FrameProps) {
  const [path] = useLocation()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [help, setHelp] = useState<WantedHelp | null>(null)
  const setHelpWanted = (isWanted: boolean) => setHelp(isWanted ? { at: null, times: 0 } : null)
  const follow = (at: HelpTarget) => setHelp((now) => ({ at, times: (now?.times ?? 0) + 1 }))
  // The help belongs to neither environment, and its reader stays in the one they came from.
  const [last, setLast] = useState(environment)
  if (environment !== null && environment !== last) setLast(environment)
  const here = environment ?? last ?? 'practice'
  const isHelpScreen = /^\/help(?:\/|$)/.test(path)
  const isHelpShown = help !== null && !isHelpScreen
  const links = [
    { href: `/${here}/new`, text: 'New batch' },
    { href: `/${here}/drafts`, text: 'Drafts' },
    { href: `/${here}/batches`, text: 'Batches' },
    { href: `/${here}/templates`, text: 'Templates' },
  ]

  return (
    <>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <header className={styles.top}>
        <div className={styles.header}>
          <Link href={`/${here}/batches`} className={styles.product}>
            <img src="/favicon.svg" alt="" width={24} height={24} />
            <span className={styles.name}>Batch Composer</span>
          </Link>
          <nav aria-label="Main" className={styles.nav}>
            {links.map(({ href, text }) => (
              <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
                {text}
              </Link>
            ))}
          </nav>
          <span className={styles.spacer} />
          <EnvironmentMenu
            environment={here}
            backends={backends}
            onRehearse={() => setOverlay('rehearse')}
          />
          {isHelpScreen ? (
            <Link href="/help" className={styles.help} aria-current="page">
              Help
            </Link>
          ) : (
            <button
              type="button"
              className={styles.help}
              aria-expanded={isHelpShown}
              onClick={() => setHelpWanted(!isHelpShown)}
            >
              Help
            </button>
          )}
          <NarrowMenu
            links={isHelpScreen ? [...links, { href: '/help', text: 'Help' }] : links}
            onCommands={() => setOverlay('commands')}
            {...(!isHelpScreen && { onHelp: () => setHelpWanted(true) })}
          />
        </div>
        {environment === 'practice' && (
          <p className={styles.strip}>
            <strong>Practice.</strong> Nothing is sent to Prolific
            <span className={styles.wideText}>, nobody is invited, nothing is charged</span>.
          </p>
        )}
      </header>
      <div
        id="content"
        tabIndex={-1}
        className={styles.content}
        data-strip={environment === 'practice' || undefined}
        data-beside={isHelpShown || undefined}
      >
        <HelpLinksContext value={{ follow, idPrefix: '', deeper: 0 }}>{children}</HelpLinksContext>
        <Later load={loadCommands} name="help and commands">
          {(Commands) => (
            <Commands
              environment={here}
              backends={backends}
              links={links}
              shown={overlay}
              onShow={setOverlay}
              help={isHelpShown ? help : null}
              onShowHelp={setHelpWanted}
            />
          )}
        </Later>
      </div>
    </>
  )
}

type NarrowMenuProps = {
  links: readonly { href: string; text: string }[]
  onCommands: () => void
  /** Absent where the help is a link. */
  onHelp?: () => void
}

/** The header's links behind one button, where there is no room for them. */
function NarrowMenu({ links, onCommands, onHelp }: NarrowMenuProps) {
  const others = [
    { text: 'Commands…', run: onCommands },
    ...(onHelp ? [{ text: 'Help', run: onHelp }] : []),
  ]
  return (
    <div className={styles.menu}>
      <Menu name="Menu" label={<MenuIcon aria-hidden size={20} />} className={styles.button}>
        {(close) => (
          <>
            {links.map(({ href, text }) => (
              <Link key={href} href={href} className={itemStyles.item} onClick={close}>
                {text}
              </Link>
            ))}
            {others.map(({ text, run }) => (
              <button
                key={text}
                type="button"
                className={itemStyles.item}
                onClick={() => {
                  close()
                  run()
                }}
              >
                {text}
              </button>
            ))}
          </>
        )}
      </Menu>
    </div>
  )
}
