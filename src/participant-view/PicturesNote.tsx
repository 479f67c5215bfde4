import { isImageHost, MAX_IMAGE_HOSTS } from '#html/image-host.ts'
import { useChunk } from '#ui/use-chunk.ts'
import styles from './PicturesNote.module.css'
import { serverNamesHosts } from './server-names-hosts.ts'

type PicturesNoteProps = {
  /** Where the pictures in the texts come from. */
  hosts: readonly string[]
  /** The hosts whose pictures are shown, in these texts or in others. */
  shown: readonly string[]
  onChange: (shown: string[]) => void
}

/** Asks before pictures are loaded, host by host, and says what loading them means. */
export function PicturesNote({ hosts, shown, onChange }: PicturesNoteProps) {
  const server = useChunk(serverNamesHosts)
  const isPlain = server.state === 'ready' && !server.value

  return (
    <section className={styles.note} aria-label="Pictures from other sites">
      <p>
        Participants’ browsers will load pictures from {new Intl.ListFormat('en').format(hosts)}.
        {isPlain
          ? ' They stay placeholders here: this copy of the app is served as plain files, and only its own server can let in the pictures of one named site.'
          : ' A site whose pictures you show here learns your address, too.'}
      </p>
      {server.state === 'failed' && (
        <p>
          Could not ask the server whether they can be shown here.{' '}
          <button type="button" className={styles.button} onClick={server.retry}>
            Try again
          </button>
        </p>
      )}
      {server.state === 'ready' &&
        server.value &&
        hosts.map((host) => (
          <HostChoice key={host} host={host} shown={shown} onChange={onChange} />
        ))}
    </section>
  )
}

type HostChoiceProps = Omit<PicturesNoteProps, 'hosts'> & { host: string }

function HostChoice({ host, shown, onChange }: HostChoiceProps) {
  if (!isImageHost(host)) {
    return <p>Those from {host} cannot be shown here: it is not a plain name.</p>
  }
  const isShown = shown.includes(host)
  const others = shown.filter((other) => other !== host)
  return (
    <button
      type="button"
      className={styles.button}
      // The one that was shown first makes room.
      onClick={() => onChange(isShown ? others : [...others, host].slice(-MAX_IMAGE_HOSTS))}
    >
      {isShown ? 'Hide' : 'Show'} pictures from {host}
    </button>
  )
}
