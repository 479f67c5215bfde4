import type { ComponentProps } from 'react'
import styles from './Button.module.css'

type ButtonProps = ComponentProps<'button'> & {
  /** One primary per screen; secondary has a border; quiet is text alone. */
  kind?: 'primary' | 'secondary' | 'quiet'
}

/** A button that never submits a form by accident: `type` is `button` unless said otherwise. */
export function Button({ kind = 'secondary', type = 'button', className, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[kind], className].filter(Boolean).join(' ')
  return <button type={type} className={classes} {...rest} />
}
