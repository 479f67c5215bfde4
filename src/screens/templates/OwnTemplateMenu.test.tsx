import { expect, test, vi } from 'vitest'
import { readDraftFile } from '#drafts/file-format/read-draft-file.ts'
import { blankTexts } from '#drafts/store/draft-texts.ts'
import { exportTemplate } from './OwnTemplateMenu.tsx'

test('an exported template can be imported as it was', async () => {
  const files: Blob[] = []
  const names: string[] = []
  vi.stubGlobal('URL', {
    ...URL,
    createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
    revokeObjectURL: () => {},
  })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })
  const texts = { ...blankTexts, introduction: '<P>Tom & "Jerry"\n</P>', steps: '<ol></ol>' }
  exportTemplate({ v: 1, id: 'x', savedAt: 1, name: 'A/B: test', place: 'prolific', texts })
  click.mockRestore()

  expect(names).toEqual(['A B test.json'])
  const read = readDraftFile((await files[0]?.text()) ?? '')
  expect(read).toEqual({ problems: [], drafts: [{ name: 'A/B: test', place: 'prolific', texts }] })
})
