import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openStorage } from '#storage/database.ts'
import { blankTexts } from './draft-texts.ts'
import { addTemplate, deleteTemplate, listTemplates, putTemplate } from './templates.ts'

const texts = { ...blankTexts, introduction: '<P>Kept as <B>written</b>' }

test('templates are kept as they were written, renamed, deleted and brought back', async () => {
  const first = await addTemplate({ name: 'First', place: 'practice', texts })
  await putTemplate({ ...first, savedAt: 1 })
  const second = await addTemplate({ name: 'Second', place: 'prolific', texts })
  await putTemplate({ ...second, name: 'Renamed' })
  expect((await listTemplates()).map(({ name }) => name)).toEqual(['Renamed', 'First'])
  expect((await listTemplates())[1]).toEqual({ ...first, savedAt: 1 })

  await deleteTemplate(second.id)
  expect((await listTemplates()).map(({ name }) => name)).toEqual(['First'])
  await putTemplate(second)
  expect(await listTemplates()).toHaveLength(2)
})

test('a damaged template hides no other and is not thrown away', async () => {
  const database = await openStorage()
  const before = await listTemplates()
  await database.put('templates', { id: 'damaged', name: 7 })
  expect(await listTemplates()).toEqual(before)
  expect(await database.get('templates', 'damaged')).toEqual({ id: 'damaged', name: 7 })
})
