/** What can stand in the place of an element that Prolific may not keep. */
export interface Replacement {
  /** What the button says. */
  label: string
  /** Puts it there. Changes the part of the document that is concerned, and nothing else. */
  replace: (element: Element) => void
}
