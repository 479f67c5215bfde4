import { useQuery } from '@tanstack/react-query'
import { FileDown, FileText, Link2, ScrollText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useLocation } from 'wouter'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { exportDrafts, type FileFormat } from '#drafts/file-format/export-drafts.ts'
import { useCommands } from '#ui/commands.ts'
import { Later } from '#ui/loading/Later.tsx'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import { environmentOf, portableOf, recordAddress, type Shared } from './shared.ts'
import styles from './ShareMenu.module.css'

const loadShare = async () => (await import('./ShareDialog.tsx')).ShareDialog
const loadNotExported = async () => (await import('./NotExported.tsx')).NotExported
const loadReviewCopy = async () => (await import('./ReviewCopyDialog.tsx')).ReviewCopyDialog

type Way = 'link' | 'copy' | 'record' | FileFormat

type ShareMenuProps = {
  label: string
  /** In place of the look of a menu's button. */
  className?: string
  backend: Backend
  /** What is shared, as it is at the moment of asking; resolves once it is stored. */
  read: () => Promise<Shared>
  /** The same in the list of commands; for one of several such menus on a page. */
  listed: boolean
  /** Further items, above these. */
  children?: (close: () => void) => ReactNode
}

/** The ways to hand a task on to people and to keep it for the records. */
export function ShareMenu(props: ShareMenuProps) {
  const { label, className, backend, read, listed, children } = props
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<{ what: 'link' | 'copy'; shared: Shared } | null>(null)
  const [notExported, setNotExported] = useState<string | null>(null)
  const titles = useQuery(workspaces(backend)).data
  const titleOf = (workspaceId: string) =>
    titles?.find(({ id }) => id === workspaceId)?.title ?? null
  const done = () => setOpen(null)

  const choose = async (what: Way) => {
    const shared = await read()
    if (what === 'json' || what === 'yaml') {
      setNotExported(await exportDrafts([portableOf(shared)], what))
    } else if (what === 'record') navigate(recordAddress(shared))
    else setOpen({ what, shared })
  }

  const command = (name: string, what: Way) => ({
    name,
    group: label,
    run: () => void choose(what),
  })
  useCommands(
    listed
      ? [
          command('Share link…', 'link'),
          command('Review copy…', 'copy'),
          command('Ethics record', 'record'),
          command('Export as JSON', 'json'),
          command('Export as YAML', 'yaml'),
        ]
      : [],
  )

  return (
    <>
      <Menu label={label} className={className}>
        {(close) => (
          <>
            {children?.(close)}
            <Item
              icon={<Link2 aria-hidden size={16} />}
              close={close}
              onChoose={() => choose('link')}
            >
              Share link…
              <span className={styles.note}>Colleagues can look at it and make a copy</span>
            </Item>
            <Item
              icon={<FileText aria-hidden size={16} />}
              close={close}
              onChoose={() => choose('copy')}
            >
              Review copy…
              <span className={styles.note}>One HTML file that opens anywhere</span>
            </Item>
            <Item
              icon={<ScrollText aria-hidden size={16} />}
              close={close}
              onChoose={() => choose('record')}
            >
              Ethics record
              <span className={styles.note}>Exactly what participants are shown, to print</span>
            </Item>
            <Item
              icon={<FileDown aria-hidden size={16} />}
              close={close}
              onChoose={() => choose('json')}
            >
              Export as JSON
              <span className={styles.note}>A file that can be imported again</span>
            </Item>
            <Item
              icon={<FileDown aria-hidden size={16} />}
              close={close}
              onChoose={() => choose('yaml')}
            >
              Export as YAML
              <span className={styles.note}>The same, easier to read and edit</span>
            </Item>
          </>
        )}
      </Menu>
      {open &&
        // Not inside the form that the menu may stand in: Enter in a dialog would send that form.
        createPortal(
          open.what === 'link' ? (
            <Later load={loadShare} name="the dialog">
              {(ShareDialog) => (
                <ShareDialog
                  environment={environmentOf(open.shared)}
                  draft={portableOf(open.shared)}
                  onClose={done}
                />
              )}
            </Later>
          ) : (
            <Later load={loadReviewCopy} name="the dialog">
              {(ReviewCopyDialog) => (
                <ReviewCopyDialog
                  shared={open.shared}
                  place={backend.name}
                  workspaceTitle={titleOf}
                  onClose={done}
                />
              )}
            </Later>
          ),
          document.body,
        )}
      {notExported !== null &&
        createPortal(
          <Later load={loadNotExported} name="the dialog">
            {(NotExported) => (
              <NotExported why={notExported} onClose={() => setNotExported(null)} />
            )}
          </Later>,
          document.body,
        )}
    </>
  )
}

type ItemProps = {
  icon: ReactNode
  close: () => void
  onChoose: () => Promise<void>
  children: ReactNode
}

function Item({ icon, close, onChoose, children }: ItemProps) {
  return (
    <button
      type="button"
      className={itemStyles.item}
      onClick={() => {
        close()
        void onChoose()
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  )
}
