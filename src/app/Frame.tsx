import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import type { Place } from '#contract/place.ts'
import styles from './Frame.module.css'
import { HelpButton } from './HelpButton.tsx'
import { NarrowMenu } from './NarrowMenu.tsx'
import { PlaceMenu } from './PlaceMenu.tsx'

type FrameProps = {
  place: Place | null
  backends: readonly Backend[] | undefined
  children: ReactNode
}

/** What every screen has around it: the header and, in Practice, the strip that says so. */
export function Frame({ place, backends, children }: FrameProps) {
  const [path] = useLocation()
  const here = place ?? 'practice'
  const links = [
    { href: `/${here}/new`, text: 'New batch' },
    { href: `/${here}/drafts`, text: 'Drafts' },
    { href: `/${here}/batches`, text: 'Batches' },
    { href: `/${here}/templates`, text: 'Templates' },
  ]

  return (
    <>
      <a href="#content" className={styles.skip}>
        Skip to the content
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
          <PlaceMenu place={here} backends={backends} />
          <span className={styles.wide}>
            <HelpButton />
          </span>
          <NarrowMenu links={links} />
        </div>
        {place === 'practice' && (
          <p className={styles.strip}>
            <strong>Practice.</strong> Nothing is sent to Prolific
            <span className={styles.wideText}>, nobody is invited, nothing is charged</span>.
          </p>
        )}
      </header>
      <div id="content" tabIndex={-1} className={styles.content}>
        {children}
      </div>
    </>
  )
}
