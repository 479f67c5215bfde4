import { Menu as MenuIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import { HelpButton } from './HelpButton.tsx'
import styles from './NarrowMenu.module.css'

type NarrowMenuProps = { links: readonly { href: string; text: string }[] }

/** The header's links behind one button, where there is no room for them. */
export function NarrowMenu({ links }: NarrowMenuProps) {
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
            <HelpButton className={itemStyles.item} onOpen={close} />
          </>
        )}
      </Menu>
    </div>
  )
}
