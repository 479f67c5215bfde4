import { useContext } from 'react'
import { CopyButton } from '#ui/CopyButton.tsx'
import { OutsideLink } from '#ui/OutsideLink.tsx'
import styles from './HelpArticle.module.css'
import { HelpLinksContext, useHelpLink } from './help-links.ts'
import {
  headingsOf,
  wordsOf,
  type Block,
  type Cell,
  type HelpPage,
  type Inline,
} from './help-page.ts'

const headingTags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

/** The text of a page of the manual, without its title. */
export function HelpArticle({ page }: { page: HelpPage }) {
  return (
    <div className={styles.article}>
      <Blocks blocks={page.blocks} />
    </div>
  )
}

/** The headings of a page as links; nothing for a page that has hardly any. */
export function OnThisPage({ page }: { page: HelpPage }) {
  const link = useHelpLink()
  const headings = headingsOf(page).filter(({ level }) => level === 2)
  if (headings.length < 2) return null
  return (
    <nav aria-label="On this page" className={styles.onThisPage}>
      <ul>
        {headings.map(({ anchor, text }) => (
          <li key={anchor}>
            <a {...link({ page: page.name, anchor })}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // The manual does not change while it is shown, so that a place in it is as good as a name.
  return blocks.map((block, at) => <BlockElement key={at} block={block} />)
}

function BlockElement({ block }: { block: Block }) {
  const { idPrefix, deeper } = useContext(HelpLinksContext)
  switch (block.kind) {
    case 'heading': {
      const Heading = headingTags[block.level - 2 + deeper] ?? 'h6'
      return (
        <Heading id={`${idPrefix}${block.anchor}`} data-level={block.level} tabIndex={-1}>
          <Inlines content={block.content} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Blocks blocks={item} />
        </li>
      ))
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      )
    case 'code':
      return (
        <div className={styles.code}>
          <pre>
            <code>{block.text}</code>
          </pre>
          <CopyButton text={block.text} what="this code" />
        </div>
      )
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'rule':
      return <hr />
  }
}

type TableProps = { head: readonly Cell[]; rows: readonly (readonly Cell[])[] }

/** A table that becomes a list of rows where it has no room: each cell then says what it is. */
function Table({ head, rows }: TableProps) {
  const names = head.map(wordsOf)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={at} scope="col">
              <Inlines content={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, number) => (
          <tr key={number}>
            {row.map((cell, at) => (
              <td key={at} data-column={names[at]}>
                <Inlines content={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Inlines({ content }: { content: readonly Inline[] }) {
  return content.map((inline, at) => <InlineElement key={at} inline={inline} />)
}

function InlineElement({ inline }: { inline: Inline }) {
  const link = useHelpLink()
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code>{inline.text}</code>
    case 'break':
      return <br />
    case 'help-link':
      return (
        <a {...link(inline.to)}>
          <Inlines content={inline.content} />
        </a>
      )
    case 'outside-link':
      return (
        <OutsideLink href={inline.href}>
          <Inlines content={inline.content} />
        </OutsideLink>
      )
    case 'strong':
    case 'em':
    case 'del': {
      const Mark = inline.kind
      return (
        <Mark>
          <Inlines content={inline.content} />
        </Mark>
      )
    }
  }
}
