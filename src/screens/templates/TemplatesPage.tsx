import { useDeferredValue, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import { useCommands } from '#ui/commands.ts'
import { ListPage, EmptyList } from '#ui/ListPage.tsx'
import { Notice } from '#ui/Notice.tsx'
import { SearchField } from '#ui/forms/SearchField.tsx'
import { OwnTemplates } from './OwnTemplates.tsx'
import { readyTemplates } from '#drafts/templates/ready-templates.ts'
import { choiceOfOwn, choiceOfReady, type TemplateChoice } from './template-choice.ts'
import { TemplateGrid } from './TemplateGrid.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { useOwnTemplates } from './use-own-templates.ts'
import { useStartDraft } from './draft-of-template.ts'
import { matchSorter, rankings } from 'match-sorter'

const keys = [
  (choice: TemplateChoice) => choice.name,
  (choice: TemplateChoice) => [...choice.tags],
  (choice: TemplateChoice) => choice.description,
]

const SEARCH_ID = 'template-search'
const ready = readyTemplates.map(choiceOfReady)

/** `/<place>/templates?template=<id>`: start from a task that somebody wrote well. */
export function TemplatesPage({ backend }: { backend: Backend }) {
  const [params, setParams] = useSearchParams()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const own = useOwnTemplates()
  const { start, failed } = useStartDraft(backend)

  const yours = (own.templates ?? []).map(choiceOfOwn)
  const foundYours = findTemplates(yours, wanted)
  const foundReady = findTemplates(ready, wanted)
  const previewed = [...yours, ...ready].find(({ id }) => id === params.get('template'))

  const actions = {
    onPreview: (id: string) => setParams({ template: id }),
    onUse: start,
  }
  useCommands([
    {
      name: 'Search templates',
      group: 'Templates',
      run: () => document.getElementById(SEARCH_ID)?.focus(),
    },
    ...[...yours, ...ready].map((choice) => ({
      name: `Preview “${choice.name}”`,
      group: 'Templates',
      run: () => actions.onPreview(choice.id),
    })),
  ])

  return (
    <ListPage
      title={`Templates – ${backend.name}`}
      heading="Templates"
      lead={
        <>
          Start from a ready-made task and change what you like. It becomes a new draft, and your
          other drafts stay as they are. Already have a task?{' '}
          <Link href={`/${backend.place}/import`}>Import it</Link>
        </>
      }
    >
      <SearchField
        id={SEARCH_ID}
        label="Search templates"
        placeholder="For example: sentiment, comparison, images"
        words={words}
        onChange={setWords}
      />
      {failed && (
        <Notice tone="bad" role="alert" title="The draft could not be created.">
          <p>
            This browser’s storage may be full. Delete drafts you no longer need, then try again.
          </p>
        </Notice>
      )}
      {wanted.trim() !== '' && (
        <p role="status" className="visually-hidden">
          {foundYours.length + foundReady.length} found
        </p>
      )}
      {foundYours.length + foundReady.length === 0 ? (
        <NoTemplates words={wanted} onClear={() => setWords('')} />
      ) : (
        <>
          <OwnTemplates
            own={own}
            found={foundYours}
            searching={wanted.trim() !== ''}
            {...actions}
          />
          {foundReady.length > 0 && (
            <TemplateGrid title="Ready to use" choices={foundReady} {...actions} />
          )}
        </>
      )}
      {previewed && (
        <TemplatePreview
          choice={previewed}
          backend={backend}
          onUse={() => start(previewed)}
          onClose={() => setParams({}, { replace: true })}
        />
      )}
    </ListPage>
  )
}

type NoTemplatesProps = { words: string; onClear: () => void }

/** In place of the gallery when nothing fits: what to do instead. */
function NoTemplates({ words, onClear }: NoTemplatesProps) {
  return (
    <EmptyList showAll={{ label: 'Show all templates', run: onClear }}>
      No template matches “{words.trim()}”. Try one word for the kind of task, such as “rating” or
      “text”, or save a task of your own as a template.
    </EmptyList>
  )
}

/** The templates in which every word of `words` begins or stands somewhere, the nearest first. */
function findTemplates(choices: readonly TemplateChoice[], words: string) {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  return wanted.reduce<readonly TemplateChoice[]>(
    (found, word) => matchSorter(found, word, { keys, threshold: rankings.CONTAINS }),
    choices,
  )
}
