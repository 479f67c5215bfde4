import type { Backend } from '#contract/app-config.ts'
import type { Batch } from '#contract/answers.ts'
import { LinkButton } from '#ui/Button.tsx'
import { OutsideLink } from '#ui/OutsideLink.tsx'
type ToProlificProps = {
  backend: Backend
  prolific: Backend | undefined
  batch: Batch
  kind: 'primary' | 'secondary'
}

/**
 * From a batch that is ready to what comes next in Prolific: its workspace, or for a practice batch
 * the form in Prolific with the same texts. Nothing where this host cannot lead there.
 */
export function ToProlific({ backend, prolific, batch, kind }: ToProlificProps) {
  if (backend.place === 'prolific') {
    return (
      batch.workspace_id !== '' && (
        <OutsideLink href={workspaceAddress(batch.workspace_id)} kind={kind}>
          Open workspace in Prolific
        </OutsideLink>
      )
    )
  }
  return (
    prolific && (
      <LinkButton href={`/prolific/new?from=practice/${encodeURIComponent(batch.id)}`} kind={kind}>
        Create this in Prolific…
      </LinkButton>
    )
  )
}

/** Where a workspace lives in Prolific's own web app: studies are made there. */
export function workspaceAddress(workspaceId: string) {
  return `https://app.prolific.com/researcher/workspaces/${encodeURIComponent(workspaceId)}/home`
}
