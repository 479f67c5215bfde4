import { Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { HelpArticle, OnThisPage } from '#help/HelpArticle.tsx'
import { HelpContents, HelpPageList, NoSuchPage } from '#help/HelpContents.tsx'
import { HelpSearch } from '#help/HelpSearch.tsx'
import { goTo, HelpLinksContext } from '#help/help-links.ts'
import { helpAddress, type HelpTarget } from '#help/help-page.ts'
import { findPage } from '#help/help-pages.ts'
import { Button } from '#ui/Button.tsx'
import styles from './HelpScreen.module.css'

/** `/help/<name>`: one page of the manual; `/help` is its contents. */
export function HelpScreen({ name }: { name: string | undefined }) {
  const [, navigate] = useLocation()
  const [words, setWords] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const hasFollowed = useRef(false)
  const page = name === undefined ? undefined : findPage(name)
  const title = page?.title ?? (name === undefined ? 'Help' : 'Page not found')

  const follow = (to: HelpTarget) => {
    setWords('')
    hasFollowed.current = true
    const isHere = to.page === name
    navigate(helpAddress(to))
    // The address may be the same as before, which then changes nothing.
    if (isHere) requestAnimationFrame(() => goTo(to.anchor, '', heading.current))
  }

  // A heading in the address is found by the browser itself only if it is in the page by then, and the
  // list of pages keeps the focus when another page comes.
  useEffect(() => {
    const anchor = location.hash.slice(1)
    if (anchor !== '') goTo(anchor, '', heading.current)
    else if (hasFollowed.current) heading.current?.focus({ preventScroll: true })
    hasFollowed.current = false
  }, [name])

  return (
    <HelpLinksContext value={{ follow, idPrefix: '', deeper: 0 }}>
      <main className={styles.page}>
        <title>{`${name === undefined ? 'Help' : `Help: ${title}`} – Batch Composer`}</title>
        {page && (
          <div className={styles.side}>
            <HelpPageList current={page.name} />
          </div>
        )}
        <div className={styles.main}>
          {words.trim() !== '' && <h1 className="visually-hidden">Search the help</h1>}
          <HelpSearch words={words} onWords={setWords}>
            <header className={styles.header}>
              {name !== undefined && (
                <Link href="/help" className={styles.back}>
                  All help pages
                </Link>
              )}
              <h1 ref={heading} tabIndex={-1}>
                {title}
              </h1>
              {page && (
                <div className={styles.print}>
                  <Button kind="quiet" onClick={() => print()}>
                    <Printer aria-hidden size={16} /> Print
                  </Button>
                </div>
              )}
            </header>
            {name === undefined && <HelpContents />}
            {name !== undefined && !page && <NoSuchPage />}
            {page && (
              <>
                <OnThisPage page={page} />
                <HelpArticle page={page} />
              </>
            )}
          </HelpSearch>
        </div>
      </main>
    </HelpLinksContext>
  )
}
