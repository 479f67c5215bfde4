import { expect, test } from 'vitest'
import { readFile } from './import-content.ts'

const REQUEST = '{"name": "Größe", "task_details": {"task_name": "Rate the “size”"}}'

const namesIn = async (file: Uint8Array<ArrayBuffer>) => {
  const { drafts } = await readFile(new File([file], 'request.json'), 'practice')
  return drafts.map(({ draft }) => [draft.texts.batchName, draft.texts.taskTitle])
}

test('a request that PowerShell wrote into a file is read', async () => {
  const units = Uint16Array.from(`\uFEFF${REQUEST}`, (character) => character.charCodeAt(0))
  expect(await namesIn(new Uint8Array(units.buffer))).toEqual([['Größe', 'Rate the “size”']])
})

test('a request that an older program of Windows saved is read', async () => {
  const text = REQUEST.replace('“', '\x93').replace('”', '\x94')
  const file = Uint8Array.from(text, (character) => character.charCodeAt(0))
  expect(await namesIn(file)).toEqual([['Größe', 'Rate the “size”']])
})
