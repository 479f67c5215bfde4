import { useEffect, useState } from 'react'
import type { ParticipantTexts } from './participant-texts.ts'
import styles from './ParticipantView.module.css'
import { showTexts } from './show-texts.ts'

/**
 * The participants' page in a frame of its own: no script runs in it, its own policy lets no request
 * out, and this page may still put cleaned nodes into it.
 */
export function Sheet({ title, introduction, steps }: ParticipantTexts) {
  const [page, setPage] = useState<Document | null>(null)

  // The page in the frame is another document, which React does not render.
  useEffect(() => {
    if (page) return showTexts(page, { title, introduction, steps })
  }, [page, title, introduction, steps])

  return (
    <iframe
      className={styles.frame}
      title="Participant view"
      src="/preview.html"
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      onLoad={({ currentTarget }) => setPage(currentTarget.contentDocument)}
    />
  )
}
