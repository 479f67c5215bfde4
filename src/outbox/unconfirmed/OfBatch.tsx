/** Ends the name of a button with the batch it is about: with several sends, each has the same buttons. */
export function OfBatch({ name }: { name: string }) {
  return name === '' ? null : <span className="visually-hidden"> “{name}”</span>
}
