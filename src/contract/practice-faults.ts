/**
 * The failures that anyone can provoke in practice: end a batch's name with the suffix. Participants
 * never see that name. `create` faults happen to the request that creates the batch; `follow` faults
 * let the batch be created and show afterwards.
 */
export const practiceFaults = [
  {
    id: 'field-errors',
    stage: 'create',
    suffix: ' !400',
    title: 'Prolific refuses two fields (400)',
    effect: 'Nothing is created; the answer names the batch name and the steps.',
  },
  {
    id: 'unauthorized',
    stage: 'create',
    suffix: ' !401',
    title: 'Prolific does not accept the token (401)',
    effect: 'Nothing is created.',
  },
  {
    id: 'forbidden',
    stage: 'create',
    suffix: ' !403',
    title: 'You may not create batches here (403)',
    effect: 'Nothing is created.',
  },
  {
    id: 'feature-missing',
    stage: 'create',
    suffix: ' !404',
    title: 'The workspace lacks the feature (404)',
    effect: 'Nothing is created; the answer mentions a permission for a feature.',
  },
  {
    id: 'questions-refused',
    stage: 'create',
    suffix: ' !422',
    title: 'Prolific refuses the questions (422)',
    effect: 'Nothing is created; the answer names the first item of the first page.',
  },
  {
    id: 'busy',
    stage: 'create',
    suffix: ' !429',
    title: 'Prolific is busy (429)',
    effect: 'Nothing is created, and the answer does not say how long to wait.',
  },
  {
    id: 'busy-wait',
    stage: 'create',
    suffix: ' !429-wait',
    title: 'Prolific is busy and says how long to wait (429)',
    effect: 'Nothing is created; the answer asks you to wait 20 seconds.',
  },
  {
    id: 'server-error',
    stage: 'create',
    suffix: ' !500',
    title: 'Prolific breaks down with a web page (500)',
    effect: 'Nothing is created, and the answer is an HTML page instead of JSON.',
  },
  {
    id: 'long-error',
    stage: 'create',
    suffix: ' !long',
    title: 'A refusal of 200,000 characters (400)',
    effect: 'Nothing is created; the answer is far too long to show.',
  },
  {
    id: 'slow',
    stage: 'create',
    suffix: ' !slow',
    title: 'The answer takes 10 seconds',
    effect: 'The batch is created at once; its answer comes late.',
  },
  {
    id: 'wrong-shape',
    stage: 'create',
    suffix: ' !shape',
    title: 'The answer cannot be understood (201)',
    effect: 'The batch is created, but the answer has no id in it.',
  },
  {
    id: 'dropped-before',
    stage: 'create',
    suffix: ' !drop-before',
    title: 'The connection breaks before the batch is saved',
    effect: 'Nothing is created, and no answer arrives.',
  },
  {
    id: 'dropped-after',
    stage: 'create',
    suffix: ' !drop-after',
    title: 'The answer never arrives',
    effect: 'The batch is created, and the connection breaks before the answer.',
  },
  {
    id: 'setup-fails',
    stage: 'follow',
    suffix: ' !setup-error',
    title: 'Set-up fails',
    effect: 'The batch is created; setting it up ends in ERROR.',
  },
  {
    id: 'setup-slow',
    stage: 'follow',
    suffix: ' !setup-slow',
    title: 'Set-up takes a minute',
    effect: 'The batch is created; setting it up takes 60 seconds.',
  },
  {
    id: 'status-unknown',
    stage: 'follow',
    suffix: ' !status-unknown',
    title: 'A status that nobody knows',
    effect: 'The batch is created; after set-up its status is PAUSED_X.',
  },
  {
    id: 'status-fails',
    stage: 'follow',
    suffix: ' !status-500',
    title: 'Status checks fail (500)',
    effect: 'The batch is created; every check of its status is answered with an error.',
  },
  {
    id: 'stored-stripped',
    stage: 'follow',
    suffix: ' !stripped',
    title: 'Prolific keeps only its published formatting',
    effect:
      'The batch is created, but links, tables and similar parts are gone from the stored text.',
  },
  {
    id: 'stored-escaped',
    stage: 'follow',
    suffix: ' !escaped',
    title: 'Prolific writes the HTML in another way',
    effect: 'The batch is created; & in the texts is stored as &amp;, which means the same.',
  },
  {
    id: 'edit-unanswered',
    stage: 'follow',
    suffix: ' !edit-drop',
    title: 'The answer to an edit never arrives',
    effect: 'The batch is created; saving new text stores it and breaks the connection.',
  },
] as const satisfies readonly PracticeFault[]

export type PracticeFault = {
  id: string
  stage: 'create' | 'follow'
  /** What the batch name has to end in. */
  suffix: ` !${string}`
  /** What people read in the menu. */
  title: string
  /** One sentence: what happens, and whether a batch comes of it. */
  effect: string
}
export type PracticeFaultId = (typeof practiceFaults)[number]['id']

/** The failure that a batch name asks for, if any. White space after the suffix does not matter. */
export function practiceFaultOf(batchName: string): PracticeFaultId | undefined {
  const name = batchName.trimEnd()
  return practiceFaults.find((fault) => name.endsWith(fault.suffix))?.id
}

/** The same for the name of a dataset. What they do shows with the dataset, its file or its rows. */
export const datasetFaults = [
  {
    id: 'typed-off',
    suffix: ' !typed-off',
    title: 'The workspace may not make typed datasets (403)',
    effect: 'Nothing is created; without a schema the dataset is created.',
  },
  {
    id: 'lost-dataset',
    suffix: ' !lost-dataset',
    title: 'The answer to creating a dataset never arrives',
    effect: 'The dataset is created, and the connection breaks before the answer.',
  },
  {
    id: 'upload-refused',
    suffix: ' !upload-403',
    title: 'The storage refuses the file (403)',
    effect: 'The dataset is created; every upload is refused, and nothing is imported.',
  },
  {
    id: 'import-partial',
    suffix: ' !import-partial',
    title: 'Some records are rejected',
    effect: 'Every tenth record of a file is rejected, beginning with the second.',
  },
  {
    id: 'import-failed',
    suffix: ' !import-failed',
    title: 'The import fails',
    effect: 'The file arrives, but none of its records is taken.',
  },
  {
    id: 'rows-escaped',
    suffix: ' !escaped',
    title: 'Prolific writes special characters in another way',
    effect: 'The rows are stored; &, < and > in them come back as &amp;, &lt; and &gt;.',
  },
] as const satisfies readonly Omit<PracticeFault, 'stage'>[]

export type DatasetFaultId = (typeof datasetFaults)[number]['id']

/** The failure that the name of a dataset asks for, if any. White space after the suffix does not matter. */
export function datasetFaultOf(datasetName: string): DatasetFaultId | undefined {
  const name = datasetName.trimEnd()
  return datasetFaults.find((fault) => name.endsWith(fault.suffix))?.id
}

function faultTable(whose: string, faults: readonly Omit<PracticeFault, 'stage'>[]) {
  const rows = faults.map(({ suffix, title, effect }) => {
    const written = effect.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    return `| \`${suffix.trim()}\` | ${title} | ${written} |`
  })
  return [
    `| End the ${whose} name with | What you rehearse | What happens |`,
    '| --- | --- | --- |',
  ]
    .concat(rows)
    .join('\n')
}

/** The table of failures in `docs/practice.md`, in markdown. */
export const practiceFaultTable = () => faultTable('batch', practiceFaults)

/** The table of failures of datasets there. */
export const datasetFaultTable = () => faultTable('dataset', datasetFaults)
