import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import field from '#editor/RichTextField.module.css'

type ToolRowProps = {
  ref: RefObject<HTMLDivElement | null>
  label: string
  /** Id of the text area. */
  controls: string
  /** The name of a tool that is in the row at every width. */
  firstStop: string
  onEscape: () => void
  /** Gets the name of the tool that Tab leads to. */
  children: (stop: string) => ReactNode
}

/** A toolbar after the ARIA pattern: one tab stop, arrows, Home, End, Escape back to the text. */
export function ToolRow({ ref, label, controls, firstStop, onEscape, children }: ToolRowProps) {
  const [stop, setStop] = useState(firstStop)

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onEscape()
      return
    }
    const tools = [
      ...(ref.current?.querySelectorAll<HTMLElement>(
        ':scope > [data-tool], :scope > * > [data-tool]',
      ) ?? []),
    ].filter((tool) => tool.checkVisibility?.() ?? true)
    const at = tools.findIndex((tool) => tool === document.activeElement)
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % tools.length,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    }
    const target = targets[event.key]
    if (at < 0 || target === undefined) return
    event.preventDefault()
    tools.at(target)?.focus()
  }

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      className={field.toolbar}
      onKeyDown={move}
      // The text keeps the focus and its selection while a tool is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onFocus={({ target }) => {
        if (target.parentElement?.closest('[popover]') === null) {
          setStop(target.dataset['tool'] ?? firstStop)
        }
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setStop(firstStop)
      }}
    >
      {children(stop)}
    </div>
  )
}
