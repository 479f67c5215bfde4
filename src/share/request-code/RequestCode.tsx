import { useMemo } from 'react'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { highlight } from './highlight.ts'
import { languages, type Language } from './languages.ts'
import type { Call } from '#share/request-code/languages/program.ts'
import { programs } from './programs.ts'
import styles from './RequestCode.module.css'

type RequestCodeProps = {
  language: Language
  call: Call
  /** What the environment is called where the program creates. */
  environmentName: string
  /** Where it creates takes any word as the token. */
  anyToken: boolean
}

/** A request as a program: what it needs, how to run it, and its text in colour, ready to copy. */
export function RequestCode({ language, call, environmentName, anyToken }: RequestCodeProps) {
  const program = programs[language]
  const { request, body, url } = call
  const text = useMemo(() => program.write({ request, body, url }), [program, request, body, url])
  const stretches = useMemo(() => highlight(language, text), [language, text])
  const name = languages.find(({ id }) => id === language)?.name ?? language
  const limits = program.limits?.(request) ?? []

  return (
    <>
      <div className={styles.head}>
        <div className={styles.how}>
          <p>
            Save as <code>{program.file}</code>, set <code>PROLIFIC_TOKEN</code> in your environment
            to {anyToken ? 'any word' : 'your API token'}, and run <code>{program.run}</code>. It
            creates the batch in {environmentName}. It contains no token.
          </p>
          <p>Needs {program.needs}</p>
        </div>
        <CopyButton text={text} what={`the request as ${name}`} />
      </div>
      {limits.length > 0 && (
        <Notice tone="caution" title="This program cannot send the request exactly as it is.">
          {limits.map((limit) => (
            <p key={limit}>{limit}</p>
          ))}
        </Notice>
      )}
      <pre
        translate="no"
        className={styles.code}
        tabIndex={0}
        role="region"
        aria-label={`Request as ${name}`}
      >
        <code>
          {stretches.map(({ kind, text: part }, at) =>
            kind ? (
              <span key={at} data-kind={kind}>
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </code>
      </pre>
    </>
  )
}
