import { useState } from 'react'
import type { Workspace } from '#contract/answers.ts'
import { IdPicker } from '#ui/forms/IdPicker.tsx'

/** Ids of workspaces, in all that the API documents. A pasted one is complete, and looked up at once. */
const COMPLETE_ID = /^[\da-f]{24}$/i

type WorkspaceChooserProps = {
  /** Undefined while they are being asked for. */
  workspaces: readonly Workspace[] | undefined
  chosen: string
  onChoose: (workspaceId: string) => void
}

/** Whose batches are listed: a workspace by its title, or by its id where the list does not name it. */
export function WorkspaceChooser({ workspaces, chosen, onChoose }: WorkspaceChooserProps) {
  // An id that is being typed is not asked for letter by letter.
  const [typed, setTyped] = useState<string>()

  const take = (id: string) => {
    const complete = COMPLETE_ID.test(id) || workspaces?.some((workspace) => workspace.id === id)
    setTyped(complete ? undefined : id)
    if (complete) onChoose(id)
  }
  const finish = () => {
    if (!typed) return
    setTyped(undefined)
    onChoose(typed)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <IdPicker
        id="workspace"
        label="Workspace"
        options={workspaces?.map(({ id, title }) => ({ id, label: title || id }))}
        none={workspaces ? 'Choose a workspace' : 'Loading workspaces…'}
        other="Another workspace: paste its id…"
        pasteLabel="Workspace id"
        value={typed ?? chosen}
        onChange={take}
        onBlur={finish}
      />
    </form>
  )
}
