import type { Manifest } from '#handing-on/manifest.ts'
import { textNames } from '#html/task-texts.ts'
import { profiles } from '#html/profiles.ts'

const names = { task_introduction: textNames.introduction, task_steps: textNames.steps }

/** What of the texts is not sure to be kept, and by whose word. */
export function MayDisappear({ manifest: { html_profile: profile } }: { manifest: Manifest }) {
  const { may_disappear: parts, name, source, read_on } = profile
  return (
    <>
      <p>
        {profiles[profile.id].worth} Judged by “{name}”. Source: {source}, read on {read_on}.
      </p>
      {parts.length === 0 ? (
        <p>Nothing in these texts is outside it.</p>
      ) : (
        <ul>
          {parts.map(({ text, what, words }, at) => (
            <li key={`${at} ${what}`}>
              {names[text]}: {what}
              {words && (
                <>
                  {' '}
                  <q dir="auto">{words}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
