import { Link } from 'wouter'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { isClean } from './is-clean.ts'
import type { TakenIn } from './take-in.ts'
import styles from './TakenNotice.module.css'
import { problemInWords, sentencesOf, titleOf } from './words-of-intake.ts'

/** More are counted instead of listed. */
const MOST_LISTED = 20

type TakenNoticeProps = {
  taken: TakenIn
  onIntroduction: ((taken: TakenIn) => void) | undefined
}

/** What became of one text or file, and where to go on. */
export function TakenNotice({ taken, onIntroduction }: TakenNoticeProps) {
  const { pasted, added, text } = taken
  // A token would get into the draft with the text around it.
  const makesIntroduction = text && !pasted.hadToken && onIntroduction
  const { problems } = pasted
  const [sole, second] = added
  // What can be made a draft with one press is no failure.
  const missing = makesIntroduction ? 'info' : 'bad'
  const tone = added.length === 0 ? missing : isClean(taken) ? 'good' : 'caution'
  return (
    <Notice
      tone={tone}
      title={titleOf(taken)}
      actions={
        makesIntroduction ? (
          <Button kind="primary" onClick={() => makesIntroduction(taken)}>
            Make a draft with it as the introduction
          </Button>
        ) : (
          sole &&
          !second && (
            <LinkButton href={`/${sole.place}/new?draft=${sole.id}`} kind="primary">
              Open the draft
            </LinkButton>
          )
        )
      }
    >
      {sentencesOf(taken).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {problems.length > 0 && second && <p>Not imported:</p>}
      <Listed items={problems.map(problemInWords)} />
      {problems.length > 0 && second && <p>Imported:</p>}
      {second && (
        <ul className={styles.list}>
          {added.slice(0, MOST_LISTED).map(({ id, place, name }) => (
            <li key={id}>
              <Link href={`/${place}/new?draft=${id}`}>{name}</Link>
            </li>
          ))}
          {added.length > MOST_LISTED && (
            <li>{added.length - MOST_LISTED} more among your drafts</li>
          )}
        </ul>
      )}
    </Notice>
  )
}

function Listed({ items }: { items: readonly string[] }) {
  const [first, second] = items
  if (first === undefined) return null
  if (second === undefined) return <p>{first}</p>
  const more = items.length - MOST_LISTED
  return (
    <ul className={styles.list}>
      {items.slice(0, MOST_LISTED).map((item) => (
        <li key={item}>{item}</li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  )
}
