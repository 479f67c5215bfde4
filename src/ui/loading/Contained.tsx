import { Component, type ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type ContainedProps = {
  /** What it is, as in "Could not show the history". */
  name: string
  /** Gives the notice that it broke a place on the page, or shows something else instead. */
  renderBroken?: (notice: ReactNode) => ReactNode
  /** Another value is another try. */
  retryOn?: unknown
  children: ReactNode
}

/** Keeps what breaks inside a part of a screen from taking the whole screen with it. */
export class Contained extends Component<ContainedProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: ContainedProps) {
    if (this.state.broken && before.retryOn !== this.props.retryOn) this.retry()
  }

  retry = () => this.setState({ broken: false })

  override render() {
    const { name, renderBroken = (notice: ReactNode) => notice, children } = this.props
    if (!this.state.broken) return children
    return renderBroken(
      <Notice
        tone="bad"
        role="alert"
        title={`Could not show ${name}.`}
        actions={<Button onClick={this.retry}>Try again</Button>}
      >
        <p>Something in it could not be read. What you have written is still here.</p>
      </Notice>,
    )
  }
}
