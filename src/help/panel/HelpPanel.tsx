import { Keyboard, X } from 'lucide-react'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { OutsideLink } from '#ui/OutsideLink.tsx'
import { HelpArticle, OnThisPage } from '#help/HelpArticle.tsx'
import { HelpContents, NoSuchPage } from '#help/HelpContents.tsx'
import { HelpSearch } from '#help/HelpSearch.tsx'
import { goTo, HelpLinksContext } from '#help/help-links.ts'
import { helpAddress, type HelpTarget } from '#help/help-page.ts'
import { findPage } from '#help/help-pages.ts'
import { helpForScreen } from './help-for-screen.ts'
import styles from './HelpPanel.module.css'

type HelpPanelProps = {
  /** The screen it is opened on: the panel begins with what belongs to that. */
  path: string
  /** Another place of the manual to begin with. */
  at?: HelpTarget | null
  onClose: () => void
  onShowShortcuts: () => void
}

/** The screen has other ids of its own. */
const ID_PREFIX = 'help-'

/** The help beside the work, or over it where there is no room; the work stays as it is. */
export function HelpPanel({ path, at = null, onClose, onShowShortcuts }: HelpPanelProps) {
  const isNarrow = useSyncExternalStore(watchWidth, () => narrow().matches)
  const content = <HelpContent path={path} at={at} onShowShortcuts={onShowShortcuts} />
  return isNarrow ? (
    <Dialog title="Help" onClose={onClose} sheet>
      {content}
    </Dialog>
  ) : (
    <Beside onClose={onClose}>{content}</Beside>
  )
}

const narrow = () => matchMedia('(width < 900px)')

function watchWidth(listener: () => void) {
  const query = narrow()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

type BesideProps = { onClose: () => void; children: ReactNode }

/** A panel that takes no part of the page away: what is beside it can be used all the time. */
function Beside({ onClose, children }: BesideProps) {
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  // The focus is the browser's. A layout effect, because the panel has to be in the page still when
  // the focus goes back to where it came from.
  useLayoutEffect(() => {
    const before = document.activeElement
    const own = panel.current
    heading.current?.focus({ preventScroll: true })
    return () => {
      const hasFocus = own?.contains(document.activeElement)
      if (hasFocus && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }

  return (
    <aside
      ref={panel}
      className={styles.beside}
      aria-labelledby="help-panel"
      onKeyDown={closeByKey}
    >
      <header className={styles.header}>
        <h2 ref={heading} id="help-panel" tabIndex={-1}>
          Help
        </h2>
        <button type="button" className={styles.close} aria-label="Close help" onClick={onClose}>
          <X aria-hidden size={20} />
        </button>
      </header>
      <div className={styles.scroller}>{children}</div>
    </aside>
  )
}

type HelpContentProps = Pick<HelpPanelProps, 'path' | 'at' | 'onShowShortcuts'>

function HelpContent({ path, at, onShowShortcuts }: HelpContentProps) {
  const [target, setTarget] = useState<HelpTarget | null>(() => at ?? helpForScreen(path))
  // Following a link to the place that is shown already leads there again.
  const [followed, setFollowed] = useState(0)
  const [words, setWords] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const page = target && findPage(target.page)

  const show = (to: HelpTarget | null) => {
    setTarget(to)
    setFollowed((count) => count + 1)
    setWords('')
  }

  // Where the panel is scrolled to, and where the focus is, are the browser's.
  useEffect(() => {
    const anchor = target?.anchor ?? ''
    if (followed > 0) goTo(anchor, ID_PREFIX, title.current)
    else if (anchor !== '') document.getElementById(`${ID_PREFIX}${anchor}`)?.scrollIntoView()
  }, [target, followed])

  return (
    <HelpLinksContext value={{ follow: show, idPrefix: ID_PREFIX, deeper: 2 }}>
      <HelpSearch words={words} onWords={setWords}>
        <div className={styles.actions}>
          {target && (
            <Button kind="quiet" onClick={() => show(null)}>
              All pages
            </Button>
          )}
          <OutsideLink href={target ? helpAddress(target) : '/help'} kind="quiet">
            Full page
          </OutsideLink>
          <Button kind="quiet" onClick={onShowShortcuts}>
            <Keyboard aria-hidden size={16} /> Shortcuts
          </Button>
        </div>
        <h3 ref={title} tabIndex={-1} className={styles.title}>
          {target ? (page?.title ?? 'Page not found') : 'All pages'}
        </h3>
        {!target && <HelpContents />}
        {target && !page && <NoSuchPage />}
        {page && (
          <>
            <OnThisPage page={page} />
            <HelpArticle page={page} />
          </>
        )}
      </HelpSearch>
    </HelpLinksContext>
  )
}
