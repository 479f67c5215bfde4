import type { ComponentProps } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import buttonStyles from './Button.module.css'

type HereLinkProps = {
  /** What to open over the page that the address shows. */
  open: string
  kind?: 'primary' | 'secondary' | 'quiet'
  /** Instead of the looks of a button. */
  className?: string | undefined
  onClick?: () => void
  children: ComponentProps<'a'>['children']
}

/**
 * A link that stays on the page and has the address ask for something on top of it, `?open=…`: whoever
 * shows that need not be known here, and the browser's Back closes it.
 */
export function HereLink({
  open,
  kind = 'secondary',
  className,
  onClick,
  children,
}: HereLinkProps) {
  const [path] = useLocation()
  const params = new URLSearchParams(useSearch())
  params.set('open', open)
  const classes = className ?? `${buttonStyles.button} ${buttonStyles[kind]}`
  return (
    <Link href={`${path}?${params}`} className={classes} onClick={onClick}>
      {children}
    </Link>
  )
}
