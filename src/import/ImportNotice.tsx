import { Link, useLocation } from 'wouter'
import { Button, LinkButton } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { ImportOutcome } from './import-content.ts'
import styles from './ImportNotice.module.css'
import { labelOf } from '#drafts/fields.ts'
import type { FileProblem } from '#drafts/file-format/read-draft-file.ts'
import type { RequestDraft } from '#import/requests/request-to-draft.ts'
import { newId } from '#contract/new-id.ts'
import { dataAddress, handFile } from '#dataset/store/handed-file.ts'
import { counted } from '#ui/counted.ts'

/** How many names of ignored members are written out. */
const MOST_NAMES = 12

/** How many notes about several drafts are written out. */
const MOST_NOTES = 20

/** More are counted instead of listed. */
const MOST_LISTED = 20

type ImportNoticeProps = {
  taken: ImportOutcome
  onIntroduction: ((taken: ImportOutcome) => void) | undefined
  onSteps: () => void
}

/** What happened to one text or file, and where to go on. */
export function ImportNotice({ taken, onIntroduction, onSteps }: ImportNoticeProps) {
  if (taken.data) return <SpreadsheetNotice {...taken.data} />
  return <DraftsNotice taken={taken} onIntroduction={onIntroduction} onSteps={onSteps} />
}

/** A spreadsheet makes no draft by itself: its rows may be the data of a new one. */
function SpreadsheetNotice({ file, place: environment }: NonNullable<ImportOutcome['data']>) {
  const [, navigate] = useLocation()
  const use = () => {
    const address = dataAddress(environment, newId())
    handFile(address, file, file.name)
    navigate(address)
  }
  return (
    <Notice
      tone="info"
      title={`${file.name} looks like a spreadsheet. Use it as data?`}
      actions={
        <Button kind="primary" onClick={use}>
          Use as data
        </Button>
      }
    >
      <p>Each row becomes one item that participants judge, in a new draft.</p>
    </Notice>
  )
}

function DraftsNotice({ taken, onIntroduction, onSteps }: ImportNoticeProps) {
  const { pasted, added, text, steps } = taken
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
            Make a draft with this as the introduction
          </Button>
        ) : (
          sole &&
          !second && (
            <>
              <LinkButton href={`/${sole.place}/new?draft=${sole.id}`} kind="primary">
                Open the draft
              </LinkButton>
              {steps !== undefined && (
                <Button onClick={onSteps}>Move “{steps}” and everything after it to Steps</Button>
              )}
            </>
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
          {added.slice(0, MOST_LISTED).map(({ id, place: environment, name }) => (
            <li key={id}>
              <Link href={`/${environment}/new?draft=${id}`}>{name}</Link>
            </li>
          ))}
          {added.length > MOST_LISTED && <li>{added.length - MOST_LISTED} more under Drafts</li>}
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

/** What happened to a text or a file, in one line. */
function titleOf({ from, pasted, added }: ImportOutcome): string {
  const name = from === '' ? '' : ` from “${from}”`
  if (added.length === 0) return `Nothing was imported${name}.`
  const refused = new Set(pasted.problems.map(({ draft }) => draft)).size
  const not = refused === 0 ? '' : ` ${refused === 1 ? '1 was' : `${refused} were`} not.`
  const [first] = pasted.drafts
  if (pasted.source === 'a file of drafts' || !first || added.length > 1) {
    const verb = added.length === 1 ? 'was' : 'were'
    const source = pasted.source === 'a file of drafts' ? '' : `, from ${pasted.source}`
    return `${counted(added.length, 'draft')} ${verb} imported${name}${source}.${not}`
  }
  return `A draft was made: ${counted(first.understood.length, 'field')} from ${pasted.source}${from === '' ? '' : `, “${from}”`}.`
}

/** What a reader should know besides, a sentence each. */
function sentencesOf({ pasted }: ImportOutcome): string[] {
  const { drafts, ignored, hadToken, source } = pasted
  const [first] = drafts
  const fields = first?.understood.map((field) => labelOf(field)).join(', ')
  const one = drafts.length === 1 && source !== 'a file of drafts'
  const more = ignored.length - MOST_NAMES
  const sentences = [
    hadToken &&
      'It contained a token. The token was removed: it is not in any draft, and this browser does not keep it.',
    one && fields && `Fields filled: ${fields}.`,
    ignored.length > 0 &&
      `Left out, because a draft has no field for it: ${ignored.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    ...notesOf(drafts),
  ]
  return sentences.filter((sentence) => typeof sentence === 'string').filter(Boolean)
}

/** What there is to say about fields; of several drafts with the name of each. */
function notesOf(drafts: readonly RequestDraft[]): string[] {
  const [first, second] = drafts
  if (first && !second) return first.notes
  const notes = drafts.flatMap((draft) => draft.notes.map((note) => `“${nameOf(draft)}”: ${note}`))
  const more = notes.length - MOST_NOTES
  // The last of a list is the one that may be cut off.
  return more > 0 ? [`${more} more notes are left out here.`, ...notes.slice(more)] : notes
}

function nameOf({ draft: { name, texts } }: RequestDraft) {
  return name || texts.batchName || texts.taskTitle || 'Untitled draft'
}

/** "Draft 3 (“Rate”), line 41, task_details.task_name: This has to be text." */
function problemInWords({ draft, line, field, reason }: FileProblem): string {
  const where = [draft, line !== null && `line ${line}`, field].filter(Boolean).join(', ')
  return where === '' ? reason : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${reason}`
}

/** Whether a text or a file became drafts that leave nothing to fix or to check. */
export function isClean({ pasted, added }: ImportOutcome): boolean {
  const { drafts, problems } = pasted
  return (
    added.length > 0 && problems.length === 0 && drafts.every(({ notes }) => notes.length === 0)
  )
}
