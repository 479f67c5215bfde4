import { Component, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './ErrorBoundary.module.css'

/**
 * The last resort when a screen breaks: says so in plain words instead of leaving a blank page. What
 * was typed is in the stored draft by then.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className={styles.page}>
        <Notice
          tone="bad"
          role="alert"
          title="This page broke."
          actions={<Button onClick={() => location.reload()}>Reload the page</Button>}
        >
          <p>
            Your text is kept in this browser. If you were creating a batch, look at the batches
            first.
          </p>
        </Notice>
      </main>
    )
  }
}
