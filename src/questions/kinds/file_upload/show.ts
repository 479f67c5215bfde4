import { fileCountDefaults } from '#contract/questions/file-upload.ts'
import { control, finite, ours, type Item } from '#questions/kinds/elements.ts'
import { showField } from '#questions/kinds/question.ts'
import type { ShowContext } from '#questions/kinds/show-context.ts'
import { asMembers, asWords, fileCount } from '#questions/words/as-words.ts'

/** What the API takes when nothing is said. */
const DEFAULT_TYPES = ['.jpg', '.jpeg', '.png', '.heic', '.heif']
const DEFAULT_MB = 25

/** A file to choose. It is named, and goes nowhere. */
export function showFileUpload(item: Item, context: ShowContext): HTMLElement {
  const named = asMembers(item['accepted_file_types']).map(asWords)
  const types = named.length > 0 ? named : DEFAULT_TYPES
  const least = finite(item['min_file_count']) ?? fileCountDefaults.min
  const most = finite(item['max_file_count']) ?? fileCountDefaults.max
  const size = `at most ${finite(item['max_file_size_mb']) ?? DEFAULT_MB} MB each`
  return showField(item, context, {
    hints: [fileCount(least, most), types.join(', '), size],
    control: ({ id, describedBy }) =>
      context.controls === 'drawn'
        ? ours('p', 'drawn', 'Choose a file')
        : control('input', {
            id,
            type: 'file',
            accept: types.join(','),
            multiple: most > 1,
            'aria-describedby': describedBy,
          }),
  })
}
