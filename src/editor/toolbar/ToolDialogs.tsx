import type { Editor } from '@tiptap/core'
import { Later } from '#ui/loading/Later.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import type { TextSession } from '#editor/document/text-session.ts'
import type { ToolDialog } from './tools.ts'

type ToolDialogsProps = {
  editor: Editor
  session: TextSession
  open: ToolDialog | 'part'
  onClose: () => void
}

const loadTableDialog = () =>
  import('#editor/tables/TableDialog.tsx').then((module) => module.TableDialog)
const loadPictureDialog = () =>
  import('#editor/pictures/PictureDialog.tsx').then((module) => module.PictureDialog)
const loadPartDialog = async () =>
  (await import('#editor/protected-part/ProtectedPartDialog.tsx')).ProtectedPartDialog

/** The dialog of a tool that has to ask for something, or the one for a protected part. */
export function ToolDialogs({ editor, session, open, onClose }: ToolDialogsProps) {
  switch (open) {
    case 'link':
      return <LinkDialog editor={editor} onClose={onClose} />
    case 'table':
      return (
        <Later load={loadTableDialog} name="the table dialog">
          {(TableDialog) => <TableDialog editor={editor} onClose={onClose} />}
        </Later>
      )
    case 'picture':
      return (
        <Later load={loadPictureDialog} name="the picture dialog">
          {(PictureDialog) => <PictureDialog editor={editor} onClose={onClose} />}
        </Later>
      )
    case 'part':
      return (
        <Later load={loadPartDialog} name="the HTML of the part">
          {(PartDialog) => <PartDialog editor={editor} session={session} onClose={onClose} />}
        </Later>
      )
  }
}
