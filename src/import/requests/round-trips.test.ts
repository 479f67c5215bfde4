// @vitest-environment node
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBatchItems } from '#contract/questions/batch-items.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { draftFrom } from '#import/requests/testing/draft-from.ts'
import * as print from '#import/requests/testing/print-request.ts'

/** Everything that shells and languages have their own opinion about. */
const SIGNS =
  ' \' " ` \\ $ ! % ^ & | < > ( ) { } [ ] # ; * ? ~ @ = , . \\n \\" ${HOME} $(id)'.split(' ')
const AWKWARD = [
  ...SIGNS,
  '\n',
  '\t',
  "'\\''",
  '""" \'\'\'',
  '%PATH%',
  '`id`',
  '^"',
  '//',
  '/*',
  'EOF',
  'é',
  '’',
  '😀',
  'שלום',
  '\u2028',
  '</script>',
  '<p>Read</p>',
  '{{name}}',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `x${parts.join('')}`.replaceAll('\r', '').replaceAll('\0', ''))

const request: fc.Arbitrary<CreateBatchRequest> = fc.record(
  {
    name: text,
    workspace_id: fc.constant('6278acb09062db3b35bcbeb0'),
    task_details: fc.record({ task_name: text, task_introduction: text, task_steps: text }),
    dataset_id: fc.constant('0192a3b5-e8f9-7a0b-1c2d-3e4f5a6b7c8d'),
    batch_items: fc.constant(sampleBatchItems),
    auto_sync_enabled: fc.constant(true),
  },
  { requiredKeys: ['name', 'workspace_id', 'task_details'] },
)

const oneLine = (value: CreateBatchRequest) => !JSON.stringify(value).includes('\\n')

test.each([
  ['JSON', print.json],
  ['JSON with comments and commas at its ends', print.looseJson],
  ['an answer of the API', print.answer],
  ['an answer below its headers', print.httpAnswer],
  ['curl for bash, in single quotes', print.curlSingle],
  ['curl for bash, as browsers copy it', print.curlAnsi],
  ['curl for bash, in double quotes', print.curlDouble],
  ['curl for bash, with a here-document', print.curlHereDocument],
  ['curl for the Windows prompt, as browsers copy it', print.curlCmd],
  ['curl for PowerShell', print.curlPowershell],
  ['Invoke-RestMethod with a here-string', print.invokeRestMethod],
  ['the prolific command', print.cli],
  ['a Python dictionary', print.pythonDictionary],
  ['a Python script with its texts in several pieces', print.pythonScript],
  ['a JavaScript program', print.javascript],
  ['a program in Go', print.go],
])('a request printed as %s is read as it was', (_name, printed) => {
  fc.assert(
    fc.property(request, (value) => {
      fc.pre(printed !== print.curlCmd || oneLine(value))
      expect(draftFrom(printed(value)).texts).toEqual(print.expectedTexts(value))
    }),
    { numRuns: 150 },
  )
})
