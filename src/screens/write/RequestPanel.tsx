import { useMemo, useState } from 'react'
import type { Environment } from '#contract/environment.ts'
import { languages, type Language } from '#share/request-code/languages.ts'
import { labelOf } from '#drafts/fields.ts'
import { localStore } from '#storage/local-store.ts'
import control from '#ui/control.module.css'
import { Later } from '#ui/loading/Later.tsx'
import type { BatchDraft } from '#screens/write/submit/batch-draft.ts'
import { faultsInWords } from '#questions/json/json-problems.ts'
import styles from './RequestPanel.module.css'
import { makeRequest } from '#screens/write/submit/to-create-batch-request.ts'
import { useQuery } from '@tanstack/react-query'
import { appConfig } from '#api/connection.ts'
import { addressOf } from '#contract/routes.ts'
import { byteLength } from '#html/parse/limits.ts'
import { CopyButton } from '#ui/CopyButton.tsx'

/** The form in which the request was looked at last. */
const FORM_KEY = 'batch-composer.request-form'

const size = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'byte',
  unitDisplay: 'long',
})

const loadCode = async () => import('#share/request-code/RequestCode.tsx')

const languageNamed = (name: string): Language | undefined =>
  languages.find(({ id }) => id === name)?.id

/** The request, made by the function that makes what is sent: byte for byte, or as a program. */
export function RequestPanel({
  environment,
  draft,
}: {
  environment: Environment
  draft: BatchDraft
}) {
  const [language, setLanguage] = useState(() => languageNamed(localStore.readText(FORM_KEY) ?? ''))
  const { url, name } = useBatchesAddress(environment)
  const made = useMemo(() => makeRequest(draft), [draft])
  const problems = useMemo(() => faultsInWords(draft.questions), [draft.questions])

  const choose = (form: string) => {
    setLanguage(languageNamed(form))
    localStore.writeText(FORM_KEY, form)
  }

  return (
    <div className={styles.panel}>
      <label className={styles.form}>
        Show as
        <select
          className={control.control}
          value={language ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">JSON</option>
          {languages.map((form) => (
            <option key={form.id} value={form.id}>
              {form.name}
            </option>
          ))}
        </select>
      </label>
      {problems.length > 0 && (
        <p className={styles.note}>Fix the questions first. Nothing is sent until then.</p>
      )}
      {made.kind === 'unread' ? (
        <p role="alert" className={styles.note}>
          {made.texts.map((text) => labelOf(text)).join(' and ') || 'Something in this draft'}{' '}
          cannot be read, so there is no request. Nothing is sent until then.
        </p>
      ) : language ? (
        <Later load={loadCode} name="the code">
          {({ RequestCode }) => (
            <RequestCode
              language={language}
              call={{ request: made.request, body: made.body, url }}
              environmentName={name}
              anyToken={environment === 'practice'}
            />
          )}
        </Later>
      ) : (
        <RequestBody body={made.body} />
      )}
    </div>
  )
}

/**
 * Where programs create batches of an environment, and what the environment is called: the API of Prolific itself,
 * which they reach with their own token, or the practice API of this server.
 */
function useBatchesAddress(environment: Environment) {
  const { data } = useQuery(appConfig)
  if (environment === 'prolific') {
    return { name: 'Prolific', url: `https://api.prolific.com/api${addressOf('createBatch')}` }
  }
  const backend = data?.backends.find((candidate) => candidate.place === environment)
  const path = backend?.base_path ?? '/practice/api'
  return {
    name: backend?.name ?? 'Practice',
    url: location.origin + path + addressOf('createBatch'),
  }
}

/** The body of the request, byte for byte. */
function RequestBody({ body }: { body: string }) {
  return (
    <>
      <div className={styles.head}>
        <p>
          For developers and your records: exactly what is sent.{' '}
          <span className={styles.size}>{size.format(byteLength(body))}</span>
        </p>
        <CopyButton text={body} what="the request" />
      </div>
      <pre translate="no" className={styles.json} tabIndex={0} role="region" aria-label="Request">
        {body}
      </pre>
    </>
  )
}
