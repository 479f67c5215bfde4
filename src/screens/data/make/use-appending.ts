import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { datasetColumns } from '#api/datasets/read-datasets.ts'
import type { Backend } from '#contract/app-config.ts'
import { newId } from '#contract/new-id.ts'
import { countsOf, type Appending } from '#dataset/store/appending.ts'
import type { Making } from '#dataset/store/draft-data.ts'
import { dropUnusedFile, keepFile, readKeptFile } from '#dataset/store/kept-files.ts'
import { madeDatasets, noteMadeDataset } from '#dataset/store/made-datasets.ts'
import type { Tables } from '#dataset/worker/open-tables.ts'
import { carryOnAppending, forgetKeys } from '#outbox/dataset/append-rows.ts'
import { withDraftLock } from '#outbox/send/with-draft-lock.ts'
import type { DataSession } from '#screens/data/data-session.ts'
import { messageOf } from '#screens/data/session-words.ts'
import { guardLeaving } from '#storage/leave-guard.ts'
import { useOnce } from '#ui/use-once.ts'
import { AnotherFile, readAdded, readAgain } from './added-file.ts'
import { elsewhere, failureOf, pause, type MakingFailure } from '#outbox/dataset/making-failure.ts'

/** A file that was chosen, before anything is sent. */
type Chosen =
  | { phase: 'none' }
  | { phase: 'reading'; name: string }
  | { phase: 'refused'; name: string; message: string }
  /** `left` are the headings of columns that the dataset does not have. */
  | { phase: 'asked'; appending: Appending; left: string[]; file: Blob }
  /** Rows are still to be sent, but the file is not in this browser any more. */
  | { phase: 'missing'; name: string; message: string }

/** What is open in a worker of its own while rows are added. */
type Open = { id: string; tables: Tables; records: Blob }

/** Adds rows of another file to a dataset that was made, and carries on what was begun. */
export function useAppending(
  session: DataSession,
  making: Making,
  appending: Appending | null,
  backend: Backend | undefined,
) {
  const [chosen, setChosen] = useState<Chosen>({ phase: 'none' })
  const [failure, setFailure] = useState<MakingFailure | null>(null)
  const [isWaiting, setIsWaiting] = useState(false)
  const open = useRef<Open | null>(null)
  const client = useQueryClient()
  const { once, busy, isLocked } = useOnce()

  // Whoever leaves while rows are sent lets that go on; a file that was only looked at is closed.
  useEffect(
    () => () => {
      if (!isLocked()) open.current?.tables.close()
    },
    // oxlint-disable-next-line react/exhaustive-deps
    [],
  )

  const hold = (next: Open | null) => {
    if (open.current?.tables !== next?.tables) open.current?.tables.close()
    open.current = next
  }

  /** What was read for these rows; after a reload the file is read again. */
  const openedFor = async ({ id, recipe, recordsSha, file }: Appending, given: Blob | null) => {
    if (open.current?.id === id) return open.current
    const kept = given ?? (await readKeptFile(file.sha))?.file
    if (!kept) throw new AnotherFile(`Choose ${file.name} again to go on.`)
    const read = await readAgain(kept, file.name, recipe, recordsSha)
    const now = { id, ...read }
    hold(now)
    return now
  }

  const run = async (begun: Appending, given: Blob | null) => {
    if (!backend) return
    setFailure(null)
    const stopGuarding = guardLeaving(() => true)
    try {
      const { tables, records } = await openedFor(begun, given)
      const ended = await withDraftLock(session.draft, () =>
        carryOnAppending(begun, {
          backend,
          note: session.noteAppending,
          records,
          numbersOf: (places) => tables.ask((service) => service.numbersOf(begun.recipe, places)),
          pause,
          onBusy: setIsWaiting,
        }),
      )
      if (!ended) return setFailure(elsewhere)
      await take(ended)
    } catch (error) {
      if (error instanceof AnotherFile) {
        setChosen({ phase: 'missing', name: begun.file.name, message: error.message })
      } else setFailure(failureOf(error, backend))
    } finally {
      setIsWaiting(false)
      stopGuarding()
    }
  }

  /** The rows are in: what shows the dataset asks for it again. */
  const take = async (ended: Appending) => {
    const { datasetId, file } = ended
    hold(null)
    await dropUnusedFile(file.sha)
    await client.invalidateQueries({ queryKey: [session.environment, 'dataset', datasetId] })
    const made = (await madeDatasets(session.environment)).find(({ id }) => id === datasetId)
    if (!made || !backend) return
    // Rows that were in already are among those that were accepted.
    const about = await client.fetchQuery(datasetColumns(backend, datasetId)).catch(() => null)
    const items = about?.total ?? made.items + countsOf(ended).accepted
    await noteMadeDataset({ ...made, items })
  }

  const choose = (file: Blob, name: string, areRecords: boolean) =>
    once(async () => {
      setFailure(null)
      setChosen({ phase: 'reading', name })
      try {
        const read = await readAdded(file, name, making.recipe, areRecords)
        const id = newId()
        hold({ id, tables: read.tables, records: read.records })
        const next: Appending = {
          id,
          datasetId: making.create?.datasetId ?? '',
          file: { name, size: file.size, sha: read.sha },
          recipe: read.recipe,
          recordsSha: read.recordsSha,
          rows: read.rows,
          startedAt: Date.now(),
          pieces: read.pieces.map((piece) => ({ ...piece, key: null, end: null })),
          errors: [],
        }
        setChosen({ phase: 'asked', appending: next, left: read.left, file })
      } catch (error) {
        const message = error instanceof AnotherFile ? error.message : messageOf(error)
        setChosen({ phase: 'refused', name, message })
      }
    })

  return {
    chosen,
    failure,
    busy,
    isWaiting,
    /** Reads another file; records of this dataset, as they were sent, are taken as they are. */
    choose,
    /** Nothing of the file is added. */
    cancel: () => {
      hold(null)
      setChosen({ phase: 'none' })
    },
    /** Sends the rows of the file that was chosen. */
    add: () =>
      once(async () => {
        if (chosen.phase !== 'asked') return
        const { appending: begun, file } = chosen
        // A large file is kept nowhere, and asked for again after a reload.
        await keepFile(file, begun.file.name, begun.file.sha).catch(() => false)
        setChosen({ phase: 'none' })
        await run(begun, file)
      }),
    /** Goes on from where it stopped, with the file where it had to be chosen again. */
    carryOn: (given: Blob | null = null) =>
      once(async () => {
        setChosen({ phase: 'none' })
        if (appending) await run(appending, given)
      }),
    /** Sends again what is not known to have arrived. */
    sendAgain: () => once(async () => (appending ? run(forgetKeys(appending), null) : undefined)),
  }
}
