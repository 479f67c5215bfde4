/** Where a workspace lives in Prolific's own web app: studies are made there. */
export function workspaceAddress(workspaceId: string) {
  return `https://app.prolific.com/researcher/workspaces/${encodeURIComponent(workspaceId)}/home`
}
