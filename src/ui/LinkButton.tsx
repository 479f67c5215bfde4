import type { ComponentProps } from 'react'
import { Link } from 'wouter'
import styles from './Button.module.css'

type LinkButtonProps = {
  href: string
  kind?: 'primary' | 'secondary' | 'quiet'
  onClick?: () => void
  children: ComponentProps<'a'>['children']
}

/** A link within the app that looks like a button: it goes somewhere, it does not do something. */
export function LinkButton({ href, kind = 'secondary', onClick, children }: LinkButtonProps) {
  return (
    <Link href={href} className={`${styles.button} ${styles[kind]}`} onClick={onClick}>
      {children}
    </Link>
  )
}
