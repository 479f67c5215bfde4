import { useQuery } from '@tanstack/react-query'
import { Route, Switch, useLocation } from 'wouter'
import { appConfig } from '#api/app-config.ts'
import type { Backend } from '#contract/app-config.ts'
import type { Place } from '#contract/place.ts'
import { WriteScreen } from '#features/create-batch/WriteScreen.tsx'
import { Later } from '#ui/Later.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Frame } from './Frame.tsx'
import { NotFound } from './NotFound.tsx'
import { placeOf } from './place-address.ts'
import styles from './page.module.css'

/** After the first paint, and before anything is sent: by then the server may be out of reach. */
const loadUncertain = async () => (await import('#sending/UncertainSends.tsx')).UncertainSends

const loadUnforeseen = async () => (await import('./UnforeseenFailure.tsx')).UnforeseenFailure

const loadPageStart = async () => (await import('./PageStart.tsx')).PageStart

const loadConnection = async () => (await import('./Connection.tsx')).Connection

const loadBatchPage = async () => (await import('#features/follow-batch/BatchPage.tsx')).BatchPage
const loadBatchesPage = async () =>
  (await import('#features/list-batches/BatchesPage.tsx')).BatchesPage
const loadDraftsPage = async () => (await import('#features/list-drafts/DraftsPage.tsx')).DraftsPage
const loadTemplatesPage = async () =>
  (await import('#features/templates/TemplatesPage.tsx')).TemplatesPage
const loadImportPage = async () =>
  (await import('#features/import-drafts/ImportPage.tsx')).ImportPage
const loadSharedPage = async () => (await import('#features/share/SharedPage.tsx')).SharedPage
const loadRecordPage = async () => (await import('#features/record/RecordPage.tsx')).RecordPage

/** Which screen an address shows. */
export function Screens() {
  const [path] = useLocation()
  const config = useQuery(appConfig)
  const place = placeOf(path)
  const backends = config.data?.backends

  return (
    <Frame place={place} backends={backends}>
      <Later load={loadUnforeseen} name="the part that tells of failures">
        {(UnforeseenFailure) => <UnforeseenFailure />}
      </Later>
      <Later load={loadPageStart} name="the part that begins pages">
        {(PageStart) => <PageStart />}
      </Later>
      <Later load={loadUncertain} name="what was sent before">
        {(UncertainSends) => <UncertainSends backends={backends} />}
      </Later>
      {place === null ? (
        <NotFound />
      ) : (
        <>
          <Later load={loadConnection} name="the part that connects">
            {(Connection) => <Connection place={place} config={config} />}
          </Later>
          <PlaceScreens place={place} backends={backends} />
        </>
      )}
    </Frame>
  )
}

type PlaceScreensProps = { place: Place; backends: readonly Backend[] | undefined }

function PlaceScreens({ place, backends }: PlaceScreensProps) {
  const backend = backends?.find((candidate) => candidate.place === place)
  const prolific = backends?.find((candidate) => candidate.place === 'prolific')
  return (
    <Switch>
      <Route path="/:place/new">
        <WriteScreen place={place} backends={backends} />
      </Route>
      <Route path="/:place/import">
        <Later load={loadImportPage} name="the import" waiting={<Waiting />}>
          {(ImportPage) => <ImportPage key={place} place={place} />}
        </Later>
      </Route>
      <Route path="/:place/batches">
        {backend && (
          <Later load={loadBatchesPage} name="the batches" waiting={<Waiting />}>
            {(BatchesPage) => <BatchesPage key={place} backend={backend} />}
          </Later>
        )}
      </Route>
      <Route path="/:place/batches/:id">
        {({ id }) =>
          backend && (
            <Later load={loadBatchPage} name="the batch" waiting={<Waiting />}>
              {(BatchPage) => (
                <BatchPage key={`${place} ${id}`} backend={backend} id={id} prolific={prolific} />
              )}
            </Later>
          )
        }
      </Route>
      <Route path="/:place/drafts">
        <Later load={loadDraftsPage} name="the drafts" waiting={<Waiting />}>
          {(DraftsPage) => <DraftsPage place={place} />}
        </Later>
      </Route>
      <Route path="/:place/templates">
        {backend && (
          <Later load={loadTemplatesPage} name="the templates" waiting={<Waiting />}>
            {(TemplatesPage) => <TemplatesPage key={place} backend={backend} />}
          </Later>
        )}
      </Route>
      <Route path="/:place/shared">
        <Later load={loadSharedPage} name="the shared task" waiting={<Waiting />}>
          {(SharedPage) => <SharedPage place={place} backend={backend} />}
        </Later>
      </Route>
      <Route path="/:place/record">
        {backend && (
          <Later load={loadRecordPage} name="the record" waiting={<Waiting />}>
            {(RecordPage) => <RecordPage key={place} backend={backend} />}
          </Later>
        )}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function Waiting() {
  return (
    <main className={styles.page}>
      <Skeleton label="Loading" height="50vh" />
    </main>
  )
}
