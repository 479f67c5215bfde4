import type { KeptPart } from '#html/show/showable-block.ts'
import type { ProfileName } from '#html/profile/profile-names.ts'
import { useRef, useState } from 'react'
import type { Device } from './view-options.ts'
import { keptWords, type ParticipantTexts } from './participant-texts.ts'
import { ItemPager } from './questions/ItemPager.tsx'
import type { ShownQuestions } from './questions/use-shown-questions.ts'
import { Stage } from './Stage.tsx'
import type { ChangeSettings, ViewSettings } from './view-settings.ts'
import styles from './ViewPane.module.css'
import { Filter } from 'lucide-react'
import { ViewNote } from './ViewNote.tsx'
import { isImageHost, MAX_IMAGE_HOSTS, previewAddress } from '#html/safety/image-host.ts'
import { useChunk } from '#ui/loading/use-chunk.ts'

/** A name that is set aside for examples; nothing is asked of it. */
const SAMPLE = 'pictures.example'

type ViewPaneProps = {
  texts: ParticipantTexts
  questions: ShownQuestions
  /** The part of the texts that is shown alone; null for all of them. */
  kept: KeptPart | null
  /** What is marked as likely to disappear is whatever this profile leaves out; null marks nothing. */
  marked: ProfileName | null
  /** The device to show, or two side by side. */
  shown: readonly [Device, Device?]
  /** Names the frames to those who do not see them. */
  title: string
  settings: ViewSettings
  onChange: ChangeSettings
  /** Told when Escape is pressed in a sheet. */
  onEscape?: () => void
}

/** The sheet or sheets, and what there is to say about them. */
export function ViewPane(props: ViewPaneProps) {
  const { texts, questions, kept, marked, shown, title, settings, onChange, onEscape } = props
  const [pictureHosts, setPictureHosts] = useState<readonly string[]>([])
  const stages = useRef<HTMLDivElement>(null)
  const [device, second] = shown
  const stage = {
    texts,
    questions,
    kept,
    marked,
    settings,
    onPictureHosts: setPictureHosts,
    onEscape,
  }

  return (
    <>
      {kept && (
        <KeptNote
          kept={kept}
          onShowAll={() => {
            onChange({ asKept: false })
            // The button that had the focus goes.
            stages.current?.querySelector('iframe')?.focus()
          }}
        />
      )}
      <ItemPager shown={questions} onGoTo={() => goToQuestions(stages.current)} />
      <div ref={stages} className={styles.stages}>
        <Stage {...stage} device={device} title={second ? `${title}, ${device}` : title} />
        {second && <Stage {...stage} device={second} title={`${title}, ${second}`} />}
      </div>
      {pictureHosts.length > 0 && (
        <PicturesNote
          hosts={pictureHosts}
          shown={settings.imageHosts}
          onChange={(imageHosts) => onChange({ imageHosts })}
        />
      )}
    </>
  )
}

/** Scrolls each sheet to its first page of questions, and hands the focus to the first sheet. */
function goToQuestions(stages: HTMLElement | null) {
  const frames = [...(stages?.querySelectorAll('iframe') ?? [])]
  for (const { contentDocument, contentWindow } of frames) {
    const top = contentDocument?.getElementById('questions')?.getBoundingClientRect().top
    if (top !== undefined) contentWindow?.scrollBy({ top })
  }
  frames[0]?.focus()
}

type KeptNoteProps = { kept: KeptPart; onShowAll: () => void }

/** Says above the sheet that it does not show all of the text. */
function KeptNote({ kept: { profile, isSent }, onShowAll }: KeptNoteProps) {
  return (
    <ViewNote
      tone="busy"
      icon={Filter}
      {...(!isSent && { action: { label: 'Show everything', onPress: onShowAll } })}
    >
      <strong>{keptWords[profile]}.</strong>{' '}
      {isSent
        ? 'The rest is left out when the text is sent, as you chose.'
        : 'Other formatting is reduced to its words, as in study descriptions. Your text is unchanged.'}
    </ViewNote>
  )
}

type PicturesNoteProps = {
  /** Where the pictures in the texts come from. */
  hosts: readonly string[]
  /** The hosts whose pictures are shown, in these texts or in others. */
  shown: readonly string[]
  onChange: (shown: string[]) => void
}

/** Asks before pictures are loaded, host by host, and says what loading them means. */
function PicturesNote({ hosts, shown, onChange }: PicturesNoteProps) {
  const server = useChunk(serverNamesHosts)
  const isPlain = server.state === 'ready' && !server.value

  return (
    <section className={styles.note} aria-label="Pictures from other sites">
      <p>
        Participants’ browsers will load pictures from {new Intl.ListFormat('en').format(hosts)}.
        {isPlain
          ? ' They stay placeholders here, because this copy of the app runs without its own server.'
          : ' If you show them here, each site learns your IP address, too.'}
      </p>
      {server.state === 'failed' && (
        <p>
          Could not check whether they can be shown here.{' '}
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
    return (
      <p>Pictures from {host} cannot be shown here, because it is not an ordinary host name.</p>
    )
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

/**
 * Whether the server of this page lets an address name the hosts whose pictures the sheet may load.
 * Ours does; a host for static files sends one policy for all, under which pictures stay away.
 * Rejects when the server does not answer.
 */
async function serverNamesHosts(): Promise<boolean> {
  const { headers } = await fetch(previewAddress([SAMPLE]), { method: 'HEAD' })
  return headers.get('content-security-policy')?.includes(`https://${SAMPLE}`) ?? false
}
