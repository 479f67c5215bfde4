import { LaterQuestionsDifference } from '#screens/batch/stored-texts/StoredQuestions.tsx'
import { TextsDifference } from '#screens/batch/stored-texts/TextsDifference.tsx'
import { differingTexts } from '#screens/batch/stored-texts/texts-of.ts'
import { itemsOf, type BatchContent, type Part } from '#screens/batch/edit/batch-content.ts'

type PartsDifferenceProps = {
  parts: readonly Part[]
  before: BatchContent
  after: BatchContent
  /** What the content before and after is called, for example "Yours" and "Stored". */
  names: readonly [string, string]
}

/** What differs in some parts of a batch: texts as participants see them, questions in words. */
export function PartsDifference({ parts, before, after, names }: PartsDifferenceProps) {
  return (
    <>
      {parts.includes('texts') && (
        <TextsDifference texts={differingTexts(before.texts, after.texts)} names={names} />
      )}
      {parts.includes('questions') && (
        <LaterQuestionsDifference
          before={itemsOf(before.questions)}
          after={itemsOf(after.questions)}
          names={names}
        />
      )}
    </>
  )
}
