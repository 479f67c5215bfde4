import { profiles } from '#html/profiles.ts'
import type { Tool } from './tools.ts'

/** Whether Prolific does not promise to keep what this writes. */
export function mayDisappear(tool: Tool): boolean {
  return tool.tag !== undefined && !profiles.published.tags.has(tool.tag)
}
