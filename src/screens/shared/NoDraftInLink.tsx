import type { Environment } from '#contract/environment.ts'
import type { SharedDraft } from '#share/share-link.ts'
import { LinkButton } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type Why = Exclude<SharedDraft['kind'], 'draft'>

const words: Record<Why, [title: string, sentence: string]> = {
  incomplete: [
    'This link is incomplete.',
    'Part of it is missing or was changed on the way, which happens to long links in mail programs. Copy the whole link again, or ask for a file instead.',
  ],
  'other-version': [
    'This link was made by another version of Batch Composer.',
    'This version cannot read it. Ask for a file, or open the link where it was made.',
  ],
  'too-large': [
    'This link is too large.',
    'It holds more than any task, so it was not opened. If you know who sent it, ask for a file instead.',
  ],
  'no-draft': [
    'There is no task in this link.',
    'It was not made by Batch Composer, so it was not opened.',
  ],
}

/** Why a link shows nothing, and what to do about it. */
export function NoDraftInLink({ environment, why }: { environment: Environment; why: Why }) {
  const [title, sentence] = words[why]
  return (
    <>
      <h1>Shared task</h1>
      <Notice
        tone="caution"
        role="alert"
        title={title}
        actions={<LinkButton href={`/${environment}/new`}>Write a new batch</LinkButton>}
      >
        <p>{sentence}</p>
      </Notice>
    </>
  )
}
