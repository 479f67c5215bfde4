import type { Plugin } from 'vite'
import * as z from 'zod/mini'
import { DraftFile } from './draft-file.ts'

export const SCHEMA_FILE = 'draft-file.schema.json'

/** The JSON Schema of a file of drafts, as somebody may write one: what has a default may be missing. */
export function draftFileSchema() {
  return { title: 'Batch Composer drafts', ...z.toJSONSchema(DraftFile, { io: 'input' }) }
}

/** Puts the schema of files of drafts beside the built app, made from what reads them. */
export function publishedDraftFileSchema(): Plugin {
  return {
    name: 'published-draft-file-schema',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    generateBundle() {
      const source = `${JSON.stringify(draftFileSchema(), null, 2)}\n`
      this.emitFile({ type: 'asset', fileName: SCHEMA_FILE, source })
    },
  }
}
