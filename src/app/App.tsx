import { QueryClientProvider } from '@tanstack/react-query'
import { useState, Component, type ReactNode } from 'react'
import { Router } from 'wouter'
import { createQueryClient } from '#api/query-client.ts'
import { Screens } from './Screens.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './App.module.css'

/**
 * The last resort when a screen breaks: says so in plain words instead of leaving a blank page. What
 * was typed is in the stored draft by then.
 */
class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
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
          title="This page stopped working."
          actions={<Button onClick={() => location.reload()}>Reload the page</Button>}
        >
          <p>
            Your text is kept in this browser. If you were creating a batch, look under Batches
            before you try again.
          </p>
        </Notice>
      </main>
    )
  }
}

/** The whole app. `ssrPath` is the address to render when there is no browser to ask. */
export function App({ ssrPath }: { ssrPath?: string }) {
  const [queryClient] = useState(createQueryClient)
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <Router {...(ssrPath !== undefined && { ssrPath })}>
          <Screens />
        </Router>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
