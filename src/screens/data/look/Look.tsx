import { useState } from 'react'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import { Findings } from './Findings.tsx'
import { RowTable } from './RowTable.tsx'

/** What is wrong with the rows, and the rows themselves. */
export function Look(props: { session: DataSession; state: Ready }) {
  const [wanted, setWanted] = useState<{ row: number } | null>(null)
  return (
    <>
      <Findings {...props} onRow={(row) => setWanted({ row })} />
      <RowTable {...props} wanted={wanted} />
    </>
  )
}
