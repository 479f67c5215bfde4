import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { SearchField } from '#ui/forms/SearchField.tsx'
import { counted } from '#ui/counted.ts'
import { useHelpLink } from './help-links.ts'
import { manual } from './help-pages.ts'
import styles from './HelpSearch.module.css'
import { markFound, searchHelp, type HelpFinding } from './search-help.ts'

type HelpSearchProps = {
  words: string
  onWords: (words: string) => void
  /** What there is as long as nobody searches. */
  children: ReactNode
}

/** One search over all of the manual, above what is shown of it. */
export function HelpSearch({ words, onWords, children }: HelpSearchProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isSearching = words.trim() !== ''
  const findings = searchHelp(manual, words)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && words !== '') {
      // The first Escape takes back the search, not all of the help.
      event.preventDefault()
      event.stopPropagation()
      onWords('')
      box.current?.querySelector('input')?.focus()
      return
    }
    const links = [...(box.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    if (event.key === 'Enter' && at === -1) links[0]?.click()
    else if (event.key === 'ArrowDown') (links[at + 1] ?? links.at(-1))?.focus()
    else if (event.key === 'ArrowUp' && at === 0) box.current?.querySelector('input')?.focus()
    else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus()
    else return
    event.preventDefault()
  }

  return (
    <>
      <div ref={box} role="presentation" className={styles.search} onKeyDown={onKeyDown}>
        <SearchField id={id} label="Search the help" words={words} onChange={onWords} />
        <p role="status" className={isSearching ? styles.count : 'visually-hidden'}>
          {isSearching &&
            (findings.length === 0
              ? 'No section has all of these words. Try fewer or other words.'
              : `${counted(findings.length, 'section')} found`)}
        </p>
        {findings.length > 0 && <Findings findings={findings} words={words} />}
      </div>
      {!isSearching && children}
    </>
  )
}

type FindingsProps = { findings: readonly HelpFinding[]; words: string }

function Findings({ findings, words }: FindingsProps) {
  const link = useHelpLink()
  return (
    <ul className={styles.findings} aria-label="Search results">
      {findings.map(({ to, page, heading, sentence }) => (
        <li key={`${to.page}#${to.anchor}`}>
          <a {...link(to)} data-finding className={styles.finding}>
            <strong>
              <Marked text={heading} words={words} />
            </strong>
            {heading !== page && <span className={styles.page}>{page}</span>}
            <span className={styles.sentence}>
              <Marked text={sentence} words={words} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Words in which what was searched for stands out. */
function Marked({ text, words }: { text: string; words: string }) {
  return markFound(text, words).map((piece, at) =>
    piece.isFound ? <mark key={at}>{piece.text}</mark> : piece.text,
  )
}
