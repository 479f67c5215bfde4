import type { BatchItems } from '#contract/questions/batch-items.ts'

/** A page of items, one below the other. */
export const pageOf = (
  ...items: BatchItems[number]['rows'][number]['columns'][number]['items']
) => ({
  rows: [{ columns: [{ items }] }],
})
const optionsOf = (...labels: string[]) => labels.map((label) => ({ label, value: label }))
const several = {
  type: 'multiple_choice' as const,
  description: 'What do you see?',
  answer_limit: 2,
  options: [
    ...optionsOf('A cat', 'A dog', 'A bird'),
    { label: 'Nothing', value: 0, exclusive: true },
  ],
}

/** One of each kind, before, for and after the items. */
export const everything: BatchItems = [
  {
    ...pageOf({ type: 'rich_text', content: '**Welcome**', content_format: 'markdown' }),
    display_position: 'intro',
  },
  {
    rows: [
      {
        columns: [
          { items: [{ type: 'dataset_field', field: 'review' }] },
          { items: [{ type: 'dataset_field', field: 'photo' }] },
        ],
      },
      {
        columns: [
          {
            items: [
              several,
              {
                type: 'multiple_choice',
                description: 'How clear is it?',
                helper_text: 'Think of a friend.',
                answer_limit: 1,
                options: optionsOf('1', '2', '3', '4', '5'),
              },
              {
                type: 'multiple_choice_with_free_text',
                description: 'Anything else?',
                answer_limit: 1,
                options: [
                  { label: 'Yes', value: true, heading: 'What is it?' },
                  { label: 'No', value: false, heading: 'Are you sure?' },
                ],
              },
              {
                type: 'free_text',
                description: 'Why?',
                placeholder_text_input: 'Because',
                validation: { type: 'string', max: 40 },
              },
              {
                type: 'free_text_with_unit',
                description: 'How long did it take?',
                unit_options: [
                  { label: 'minutes', value: 'min', validation: { type: 'number', min: 0 } },
                  { label: 'hours', value: 'h', validation: { type: 'number', min: 0 } },
                ],
                default_unit: 'h',
                unit_position: 'suffix',
              },
              { type: 'file_upload', description: 'Send a picture' },
              { type: 'star_rating', description: 'How good is it?' },
              { type: 'video_narration', description: 'Talk about it' },
              {
                type: 'image',
                url: 'https://pics.example.org/a.png',
                alt_text: 'A cat',
                caption: 'Our cat',
              },
            ],
          },
        ],
      },
    ],
  },
  { ...pageOf({ type: 'rich_text', content: '<p>Thank you</p>' }), display_position: 'outro' },
]
