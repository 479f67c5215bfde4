import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { Later } from '#ui/loading/Later.tsx'
import type { Overlay } from '#app/commands/asked-by-key.ts'
import styles from './Frame.module.css'
import { EnvironmentMenu } from './EnvironmentMenu.tsx'
import { Menu as MenuIcon } from 'lucide-react'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'

const overlays = [
  { overlay: 'commands', text: 'Commands…' },
  { overlay: 'help', text: 'Help' },
] as const

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
  const here = environment ?? 'practice'
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
          <button type="button" className={styles.help} onClick={() => setOverlay('help')}>
            Help
          </button>
          <NarrowMenu links={links} onShow={setOverlay} />
        </div>
        {environment === 'practice' && (
          <p className={styles.strip}>
            <strong>Practice.</strong> Nothing is sent to Prolific
            <span className={styles.wideText}>, nobody is invited, nothing is charged</span>.
          </p>
        )}
      </header>
      <div id="content" tabIndex={-1} className={styles.content}>
        {children}
        <Later load={loadCommands} name="help and commands">
          {(Commands) => (
            <Commands
              environment={here}
              backends={backends}
              links={links}
              shown={overlay}
              onShow={setOverlay}
            />
          )}
        </Later>
      </div>
    </>
  )
}

type NarrowMenuProps = {
  links: readonly { href: string; text: string }[]
  onShow: (overlay: Overlay) => void
}

/** The header's links behind one button, where there is no room for them. */
function NarrowMenu({ links, onShow }: NarrowMenuProps) {
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
            {overlays.map(({ overlay, text }) => (
              <button
                key={overlay}
                type="button"
                className={itemStyles.item}
                onClick={() => {
                  close()
                  onShow(overlay)
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
