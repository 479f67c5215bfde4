import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Button.module.css'

type OutsideLinkProps = {
  href: string
  /** Looks like a button of this kind; without it, like a link in running text. */
  kind?: 'primary' | 'secondary' | 'quiet'
  children: ReactNode
}

/** A link to another site, in a new tab, so that nothing typed here is lost. Says so to everyone. */
export function OutsideLink({ href, kind, children }: OutsideLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className={kind && `${styles.button} ${styles[kind]}`}
    >
      {children} <ExternalLink aria-hidden size={16} />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
