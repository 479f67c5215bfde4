import { Menu as MenuIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import type { Overlay } from './asked-by-key.ts'
import styles from './NarrowMenu.module.css'

type NarrowMenuProps = {
  links: readonly { href: string; text: string }[]
  onShow: (overlay: Overlay) => void
}

const overlays = [
  { overlay: 'commands', text: 'Commands…' },
  { overlay: 'help', text: 'Help' },
] as const

/** The header's links behind one button, where there is no room for them. */
export function NarrowMenu({ links, onShow }: NarrowMenuProps) {
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
