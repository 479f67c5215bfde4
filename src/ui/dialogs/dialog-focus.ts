/**
 * A `ref` for the control of a `Dialog` that the focus starts in; without one it is the close button.
 * React writes no `autofocus`, which is what a native dialog looks for as it opens.
 */
export function hasFirstFocus(control: HTMLElement | null): void {
  control?.setAttribute('autofocus', '')
}

/** Moves the focus to the first control that was refused. Call it once the errors are rendered. */
export function focusRefused(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}

/** A `ref` for what takes the focus as it appears, because what had it is gone. */
export function takesFocus(element: HTMLElement | null): void {
  element?.focus()
}

/**
 * As a `ref`: has the focus begin at an element of a dialog, whether that opens with it (a native dialog
 * asks for `autofocus`) or comes to it later.
 */
export function takeFocus(element: HTMLElement | null) {
  if (!element) return
  element.autofocus = true
  element.focus()
}
