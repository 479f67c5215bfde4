import type { KeptPart } from '#html/show/showable-block.ts'
import type { ProfileName } from '#html/profile/profile-names.ts'
import { useEffect, useState } from 'react'
import type { ParticipantTexts } from '#preview/participant-texts.ts'
import { showTexts } from './show-texts.ts'
import styles from '#preview/Stage.module.css'
import type { ViewSettings } from '#preview/view-settings.ts'

type SheetProps = {
  /** Of the page in the frame. Its policy lets in the pictures that the address names. */
  address: string
  title: string
  texts: ParticipantTexts
  kept: KeptPart | null
  marked: ProfileName | null
  settings: Pick<ViewSettings, 'dark' | 'rightToLeft' | 'imageHosts'>
  /** Told of the page whenever the frame has loaded it. */
  onPage: (page: Document | null) => void
  /** Told when Escape is pressed in the frame, whose keys the page around it does not hear. */
  onEscape?: (() => void) | undefined
}

/**
 * The participants' page in a frame of its own: no script runs in it, its own policy lets no request
 * out but for the pictures somebody asked for, and this page may still put cleaned nodes into it.
 */
export function Sheet(props: SheetProps) {
  const { address, title: frameTitle, texts, kept, marked, settings, onPage, onEscape } = props
  const [page, setPage] = useState<Document | null>(null)
  const { title, introduction, steps } = texts
  const { dark, rightToLeft, imageHosts } = settings
  const profile = kept?.profile
  const isSent = kept?.isSent ?? false

  // The page in the frame is another document, which React does not render.
  useEffect(() => {
    if (!page) return undefined
    const part = profile ? { profile, isSent } : null
    const treatment = { imageHosts, kept: part, marked, followsPage: rightToLeft }
    return showTexts(page, { title, introduction, steps }, treatment)
  }, [page, title, introduction, steps, imageHosts, profile, isSent, marked, rightToLeft])

  // The same.
  useEffect(() => {
    if (page) dressPage(page, { dark, rightToLeft })
  }, [page, dark, rightToLeft])

  // The keys of another document.
  useEffect(() => {
    if (!page || !onEscape) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onEscape()
    }
    page.addEventListener('keydown', listen)
    return () => page.removeEventListener('keydown', listen)
  }, [page, onEscape])

  return (
    <iframe
      className={styles.frame}
      data-dark={dark || undefined}
      title={frameTitle}
      src={address}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      onLoad={({ currentTarget }) => {
        setPage(currentTarget.contentDocument)
        onPage(currentTarget.contentDocument)
      }}
    />
  )
}

/** How the page in the frame is to look: as in a dark browser, and from right to left. */
function dressPage(page: Document, look: { dark: boolean; rightToLeft: boolean }) {
  page.documentElement.toggleAttribute('data-dark', look.dark)
  page.documentElement.dir = look.rightToLeft ? 'rtl' : 'ltr'
  // By itself the title runs as its first letters do, like each block of the texts and each question.
  const title = page.getElementById('title')
  if (title) title.dir = look.rightToLeft ? 'rtl' : 'auto'
}
