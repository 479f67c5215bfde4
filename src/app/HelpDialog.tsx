import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { shownKeys } from '#ui/commands.ts'
import styles from './HelpDialog.module.css'
import { ShortcutTables } from '#app/commands/ShortcutTables.tsx'

/** How the job goes, in five sentences, and the keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Help" onClose={onClose}>
      <ol className={styles.steps}>
        <li>
          <strong>Write</strong> the title, the introduction and the steps. The page beside them is
          what participants will read.
        </li>
        <li>
          <strong>Create</strong> the batch. It waits as “Not set up yet”. Nothing starts by itself.
        </li>
        <li>
          <strong>Set it up</strong> on its page, with a dataset and questions. It becomes “Ready”.
        </li>
        <li>
          <strong>Make a study</strong> with it in Prolific. Only then is anybody invited or paid.
        </li>
      </ol>
      <p>
        <strong>Practice</strong> is a full rehearsal on this server. Nothing in it reaches
        Prolific. You can switch between Practice and Prolific at the top right, and your text is
        kept.
      </p>
      <p>
        A batch cannot be deleted in Prolific. This app never sends one twice by itself, and it asks
        before it creates one there.
      </p>
      <p>
        <strong>In a hurry?</strong> {shownKeys('Mod-K')} lists everything you can do on a page. On
        a phone, choose <em>Commands…</em> in the menu.
      </p>
      <ShortcutTables />
    </Dialog>
  )
}
