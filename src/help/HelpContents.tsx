import styles from './HelpContents.module.css'
import { useHelpLink } from './help-links.ts'
import { wordsOf, type HelpPage } from './help-page.ts'
import { manual } from './help-pages.ts'

/** All pages of the manual, with what each is about. */
export function HelpContents() {
  const link = useHelpLink()
  return (
    <ul className={styles.contents} aria-label="Pages of the help">
      {manual.map((page) => (
        <li key={page.name}>
          <a {...link({ page: page.name, anchor: '' })}>{page.title}</a>
          <p>{firstSentenceOf(page)}</p>
        </li>
      ))}
    </ul>
  )
}

/** The titles of all pages, with the one that is shown marked. */
export function HelpPageList({ current }: { current: string }) {
  const link = useHelpLink()
  return (
    <nav aria-label="Pages of the help" className={styles.list}>
      <ul>
        {manual.map(({ name, title }) => (
          <li key={name}>
            <a
              {...link({ page: name, anchor: '' })}
              aria-current={name === current ? 'page' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Instead of a page that is not there. */
export function NoSuchPage() {
  return (
    <>
      <p>
        Help has no page with this name. The page may have been renamed, or the address may have a
        typing error. These are all the pages:
      </p>
      <HelpContents />
    </>
  )
}

function firstSentenceOf({ blocks }: HelpPage) {
  const first = blocks.find((block) => block.kind === 'paragraph')
  const [sentence] = first ? wordsOf(first.content).split(/(?<=\.)\s/) : []
  return sentence
}
