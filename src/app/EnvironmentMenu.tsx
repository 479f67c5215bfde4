import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { Link, useLocation, useSearch } from 'wouter'
import { me } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { environmentName, type Environment } from '#contract/environment.ts'
import { HereLink } from '#ui/HereLink.tsx'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import { ownerName } from '#app/connection/owner-name.ts'
import { inOtherEnvironment } from './environment-address.ts'
import styles from './EnvironmentMenu.module.css'

type EnvironmentMenuProps = {
  environment: Environment
  backends: readonly Backend[] | undefined
  onRehearse: () => void
}

/** Says where the batches of this page live, and leads to the other environment. */
export function EnvironmentMenu({ environment, backends, onRehearse }: EnvironmentMenuProps) {
  const [path] = useLocation()
  const search = useSearch()
  const here = search === '' ? path : `${path}?${search}`
  const backend = backends?.find((candidate) => candidate.place === environment)
  const connectable = backends?.find(({ own_token }) => own_token)

  return (
    <Menu
      className={styles[environment]}
      label={backend ? <Owner backend={backend} /> : environmentName(environment)}
    >
      {(close) => (
        <>
          {backends?.map(({ place: target, name, connected }) => (
            <Link
              key={target}
              href={target === environment ? here : inOtherEnvironment(path, search, target)}
              className={itemStyles.item}
              aria-current={target === environment ? 'true' : undefined}
              onClick={close}
            >
              <Check
                aria-hidden
                size={16}
                className={target === environment ? '' : styles.hidden}
              />
              {connected ? name : `${name} (not connected)`}
            </Link>
          ))}
          {connectable && (
            <HereLink open="connection" className={itemStyles.item} onClick={close}>
              <Check aria-hidden size={16} className={styles.hidden} />
              {connectable.connected
                ? `Connection to ${connectable.name}…`
                : `Connect to ${connectable.name}…`}
            </HereLink>
          )}
          {environment === 'practice' && (
            <button
              type="button"
              className={itemStyles.item}
              onClick={() => {
                close()
                onRehearse()
              }}
            >
              <Check aria-hidden size={16} className={styles.hidden} />
              Rehearse a problem…
            </button>
          )}
        </>
      )}
    </Menu>
  )
}

/** "Prolific: Ada Byron" once the backend has said whose token it uses. */
function Owner({ backend }: { backend: Backend }) {
  const named = backend.place === 'prolific' && backend.connected
  const { data } = useQuery({ ...me(backend), enabled: named })
  return named && data ? `${backend.name}: ${ownerName(data) || 'connected'}` : backend.name
}
