import { LinkButton } from '#ui/LinkButton.tsx'
import styles from './page.module.css'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main className={styles.page}>
      <title>Page not found – Batch Composer</title>
      <h1>There is no page at this address.</h1>
      <p>
        Addresses here start with <code>/practice</code> or <code>/prolific</code>.
      </p>
      <div className={styles.actions}>
        <LinkButton href="/practice/new" kind="primary">
          Write a batch in Practice
        </LinkButton>
        <LinkButton href="/practice/batches">See your practice batches</LinkButton>
      </div>
    </main>
  )
}
