import { fileCountDefaults } from '#contract/questions/file-upload.ts'
import type { KindFacts } from '#questions/kinds/kind-facts.ts'
import { asMembers, asWords, fileCount } from '#questions/words/as-words.ts'

/** A question that is answered by files. */
export const fileUpload: KindFacts = {
  type: 'file_upload',
  name: 'File',
  fresh: () => ({ type: 'file_upload', description: '' }),
  details: ({ min_file_count, max_file_count, accepted_file_types, max_file_size_mb }) => [
    [
      'How many',
      [fileCount(min_file_count ?? fileCountDefaults.min, max_file_count ?? fileCountDefaults.max)],
    ],
    ['Types', [asMembers(accepted_file_types).map(asWords).join(', ')]],
    ['Size', [asWords(max_file_size_mb) && `At most ${asWords(max_file_size_mb)} MB each`]],
  ],
}
