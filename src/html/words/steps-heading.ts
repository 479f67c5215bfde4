/** Headings under which a protocol says what to do. */
const HEADING =
  /^(?:\d+(?:\.\d+)*[.):]?\s*)?(?:(?:the|your|task|study|detailed|step-by-step)\s+)*(?:procedures?|steps?|instructions?|tasks?|what (?:you|to|we|participants|happens).*|how (?:to|it|this|the task).*|directions|guidelines|method|ablauf|anleitung|aufgaben?|vorgehen|anweisungen|schritte|procédure|étapes|consignes|instrucciones|pasos|procedimiento|istruzioni|procedura|stappen)(?:\s.{0,30})?[:.]?$/i

/** Whether a heading in these words begins the part of a text that says what to do, such as "Procedure". */
export function isStepsHeading(words: string): boolean {
  return HEADING.test(words)
}
