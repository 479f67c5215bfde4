/**
 * As a `ref`: has the focus begin at an element of a dialog, whether that opens with it (a native dialog
 * asks for `autofocus`) or comes to it later.
 */
export function takeFocus(element: HTMLElement | null) {
  if (!element) return
  element.autofocus = true
  element.focus()
}
