/** A `ref` for what takes the focus as it appears, because what had it is gone. */
export function takesFocus(element: HTMLElement | null): void {
  element?.focus()
}
