/** A place in a text: an element of the parsed text, and what it says in case the element is gone. */
export interface TextPlace {
  /** A tag name, for example `img`; '' for words that stand in no element. */
  selector: string
  /** Which of the elements of that name, counted from 0 in the order of the text. */
  nth: number
  /** Its first words; '' where there are none. */
  quote: string
}
