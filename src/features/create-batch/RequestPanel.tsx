import { useMemo, useState } from 'react'
import type { Place } from '#contract/place.ts'
import { languages, type Language } from '#request-code/languages.ts'
import { fieldNames } from '#storage/draft-fields.ts'
import { lastRequestForm, rememberRequestForm } from '#storage/request-form.ts'
import control from '#ui/control.module.css'
import { Later } from '#ui/Later.tsx'
import type { BatchDraft } from './batch-draft.ts'
import { readQuestions } from '#contract/written-questions.ts'
import { RequestBody } from './RequestBody.tsx'
import styles from './RequestPanel.module.css'
import { makeRequest } from './to-create-batch-request.ts'
import { useBatchesAddress } from './use-batches-address.ts'

const loadCode = async () => import('#request-code/RequestCode.tsx')

const languageNamed = (name: string): Language | undefined =>
  languages.find(({ id }) => id === name)?.id

/** The request, made by the function that makes what is sent: byte for byte, or as a program. */
export function RequestPanel({ place, draft }: { place: Place; draft: BatchDraft }) {
  const [language, setLanguage] = useState(() => languageNamed(lastRequestForm()))
  const { url, name } = useBatchesAddress(place)
  const made = useMemo(() => makeRequest(draft), [draft])
  const { problems } = readQuestions(draft.questions)

  const choose = (form: string) => {
    setLanguage(languageNamed(form))
    rememberRequestForm(form)
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
        <p className={styles.note}>The questions need mending first. Nothing is sent until then.</p>
      )}
      {made.kind === 'unread' ? (
        <p role="alert" className={styles.note}>
          {made.texts.map((text) => fieldNames[text]).join(' and ') || 'Something in this draft'}{' '}
          cannot be read, so there is no request. Nothing is sent until then.
        </p>
      ) : language ? (
        <Later load={loadCode} name="the code">
          {({ RequestCode }) => (
            <RequestCode
              language={language}
              call={{ request: made.request, body: made.body, url }}
              placeName={name}
              anyToken={place === 'practice'}
            />
          )}
        </Later>
      ) : (
        <RequestBody body={made.body} />
      )}
    </div>
  )
}
