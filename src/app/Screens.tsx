import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { appConfig } from '#api/connection.ts'
import type { AppConfig } from '#contract/app-config.ts'
import type { Environment } from '#contract/environment.ts'
import { WriteScreen } from '#screens/write/WriteScreen.tsx'
import { Later } from '#ui/loading/Later.tsx'
import { Frame } from './Frame.tsx'
import { LaterScreen, StandIn } from './LaterScreen.tsx'
import { environmentOf } from './environment-address.ts'
import styles from './page.module.css'
import { LinkButton } from '#ui/Button.tsx'

/** After the first paint, and before anything is sent: by then the server may be out of reach. */
const loadUncertain = async () =>
  (await import('#outbox/unconfirmed/UncertainSends.tsx')).UncertainSends

const loadUnforeseen = async () => (await import('./UnforeseenFailure.tsx')).UnforeseenFailure

const loadPageStart = async () => (await import('./PageStart.tsx')).PageStart

const loadConnection = async () => (await import('#app/connection/Connection.tsx')).Connection

const loadBatchPage = async () => (await import('#screens/batch/BatchPage.tsx')).BatchPage
const loadBatchesPage = async () => (await import('#screens/batches/BatchesPage.tsx')).BatchesPage
const loadDraftsPage = async () => (await import('#screens/drafts/DraftsPage.tsx')).DraftsPage
const loadTemplatesPage = async () =>
  (await import('#screens/templates/TemplatesPage.tsx')).TemplatesPage
const loadImportPage = async () => (await import('#screens/import/ImportPage.tsx')).ImportPage
const loadDataPage = async () => (await import('#screens/data/DataPage.tsx')).DataPage
const loadSharedPage = async () => (await import('#screens/shared/SharedPage.tsx')).SharedPage
const loadHelpScreen = async () => (await import('#screens/help/HelpScreen.tsx')).HelpScreen
const loadRecordPage = async () => (await import('#screens/record/RecordPage.tsx')).RecordPage

/** Which screen an address shows. */
export function Screens() {
  const [path] = useLocation()
  const config = useQuery(appConfig)
  const environment = environmentOf(path)
  const backends = config.data?.backends

  return (
    <Frame environment={environment} backends={backends}>
      <Later load={loadUnforeseen} name="error messages" renderFailed={untold}>
        {(UnforeseenFailure) => <UnforeseenFailure />}
      </Later>
      <Later load={loadPageStart} name="page changes" renderFailed={untold}>
        {(PageStart) => <PageStart />}
      </Later>
      <Later load={loadUncertain} name="unconfirmed batches" renderFailed={apart}>
        {(UncertainSends) => <UncertainSends backends={backends} />}
      </Later>
      {environment === null ? (
        <Switch>
          <Route path="/help/:page?">
            {({ page }) => (
              <LaterScreen load={loadHelpScreen} title="Help" name="the help">
                {(HelpScreen) => <HelpScreen name={page} />}
              </LaterScreen>
            )}
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      ) : (
        <>
          <Later load={loadConnection} name="the connection" renderFailed={apart}>
            {(Connection) => <Connection environment={environment} config={config} />}
          </Later>
          <EnvironmentScreens environment={environment} config={config} />
        </>
      )}
    </Frame>
  )
}

type EnvironmentScreensProps = { environment: Environment; config: UseQueryResult<AppConfig> }

function EnvironmentScreens({ environment, config }: EnvironmentScreensProps) {
  const backends = config.data?.backends
  const backend = backends?.find((candidate) => candidate.place === environment)
  const prolific = backends?.find((candidate) => candidate.place === 'prolific')
  // What the environments are may still be asked for; otherwise, why there is none is said above.
  const absent = (name: string) => <StandIn name={name} waiting={config.isPending} />
  return (
    <Switch>
      <Route path="/:place/new">
        <WriteScreen environment={environment} backends={backends} />
      </Route>
      <Route path="/:place/import">
        <LaterScreen load={loadImportPage} title="Import" name="the import">
          {(ImportPage) => <ImportPage key={environment} environment={environment} />}
        </LaterScreen>
      </Route>
      <Route path="/:place/data">
        <LaterScreen load={loadDataPage} title="Your data" name="your data">
          {(DataPage) => <DataPage key={environment} environment={environment} backend={backend} />}
        </LaterScreen>
      </Route>
      <Route path="/:place/batches">
        {backend ? (
          <LaterScreen load={loadBatchesPage} title="Batches" name="the batches">
            {(BatchesPage) => <BatchesPage key={environment} backend={backend} />}
          </LaterScreen>
        ) : (
          absent('Batches')
        )}
      </Route>
      <Route path="/:place/batches/:id/:part?">
        {({ id, part }) =>
          part !== undefined && part !== 'edit' ? (
            <NotFound />
          ) : backend ? (
            <LaterScreen load={loadBatchPage} title="Batch" name="the batch">
              {(BatchPage) => (
                <BatchPage
                  key={`${environment} ${id}`}
                  backend={backend}
                  id={id}
                  prolific={prolific}
                />
              )}
            </LaterScreen>
          ) : (
            absent('Batch')
          )
        }
      </Route>
      <Route path="/:place/drafts">
        <LaterScreen load={loadDraftsPage} title="Drafts" name="the drafts">
          {(DraftsPage) => <DraftsPage environment={environment} />}
        </LaterScreen>
      </Route>
      <Route path="/:place/templates">
        {backend ? (
          <LaterScreen load={loadTemplatesPage} title="Templates" name="the templates">
            {(TemplatesPage) => <TemplatesPage key={environment} backend={backend} />}
          </LaterScreen>
        ) : (
          absent('Templates')
        )}
      </Route>
      <Route path="/:place/shared">
        <LaterScreen load={loadSharedPage} title="Shared task" name="the shared task">
          {(SharedPage) => <SharedPage environment={environment} backend={backend} />}
        </LaterScreen>
      </Route>
      <Route path="/:place/record">
        {backend ? (
          <LaterScreen load={loadRecordPage} title="Ethics record" name="the record">
            {(RecordPage) => <RecordPage key={environment} backend={backend} />}
          </LaterScreen>
        ) : (
          absent('Ethics record')
        )}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

/** Nobody would miss it, and whatever else could not be loaded says so. */
const untold = () => null

const apart = (notice: ReactNode) => <div className={styles.failure}>{notice}</div>

/** An address that leads nowhere. */
function NotFound() {
  return (
    <main className={styles.page}>
      <title>Page not found – Batch Composer</title>
      <h1>There is no page at this address.</h1>
      <p>
        Addresses here start with <code>/practice</code> or <code>/prolific</code>.
      </p>
      <div className={styles.actions}>
        <LinkButton href="/practice/new" kind="primary">
          Write a batch in Practice
        </LinkButton>
        <LinkButton href="/practice/batches">See your practice batches</LinkButton>
      </div>
    </main>
  )
}
