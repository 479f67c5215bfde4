import type { ComponentProps } from 'react'
import { Later } from '#ui/loading/Later.tsx'
import { Skeleton } from '#ui/loading/Skeleton.tsx'
import type { QuestionsDifference } from './QuestionsDifference.tsx'

const loadDifference = async () => (await import('./QuestionsDifference.tsx')).QuestionsDifference

/** What differs in questions, loaded when it is shown. */
export function LaterQuestionsDifference(props: ComponentProps<typeof QuestionsDifference>) {
  return (
    <Later
      load={loadDifference}
      name="the comparison"
      waiting={<Skeleton label="Comparing the questions" height={96} />}
    >
      {(QuestionsDifference) => <QuestionsDifference {...props} />}
    </Later>
  )
}
