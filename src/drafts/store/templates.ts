import * as z from 'zod/mini'
import { newId } from '#contract/new-id.ts'
import { Environment } from '#contract/environment.ts'
import { withStorage } from '#storage/database.ts'
import { DraftTexts } from './draft-texts.ts'

/** A task that somebody keeps to start others from. */
export const OwnTemplate = z.object({
  v: z.literal(1),
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  /** Where its ids were chosen: they mean nothing in the other environment. */
  place: Environment,
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  texts: DraftTexts,
})
export type OwnTemplate = z.infer<typeof OwnTemplate>

/** Keeps a task as a template and gives it as it is kept. Rejects where the browser keeps nothing. */
export async function addTemplate(
  content: Pick<OwnTemplate, 'name' | 'place' | 'texts'>,
): Promise<OwnTemplate> {
  const template: OwnTemplate = { v: 1, id: newId(), savedAt: Date.now(), ...content }
  await putTemplate(template)
  return template
}

/** Keeps a template in the place of what is kept under its id, as it was if it had been deleted. */
export async function putTemplate(template: OwnTemplate): Promise<void> {
  await withStorage((database) => database.put('templates', template))
}

/** Lets a template go. One that is not there is no error. */
export async function deleteTemplate(id: string): Promise<void> {
  await withStorage((database) => database.delete('templates', id))
}

/** The templates of this browser, newest first; what cannot be read is left out and stays kept. */
export async function listTemplates(): Promise<OwnTemplate[]> {
  const stored = await withStorage((database) => database.getAll('templates'))
  return stored
    .flatMap((entry) => OwnTemplate.safeParse(entry).data ?? [])
    .toSorted((a, b) => b.savedAt - a.savedAt)
}
