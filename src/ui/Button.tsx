import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { Link } from 'wouter'

type ButtonProps = ComponentProps<'button'> & {
  /** One primary per screen; secondary has a border; quiet is text alone. */
  kind?: 'primary' | 'secondary' | 'quiet'
}

/** A button that never submits a form by accident: `type` is `button` unless said otherwise. */
export function Button({ kind = 'secondary', type = 'button', className, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[kind], className].filter(Boolean).join(' ')
  return <button type={type} className={classes} {...rest} />
}

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
