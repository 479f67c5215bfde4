import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useController } from 'react-hook-form'
import { workspaces } from '#api/workspaces.ts'
import type { Backend } from '#contract/app-config.ts'
import { labelOf } from '#drafts/fields.ts'
import { Button } from '#ui/Button.tsx'
import { HereLink } from '#ui/HereLink.tsx'
import { fieldId, type DraftForm } from './form-fields.ts'
import { IdPicker } from '#ui/forms/IdPicker.tsx'

type WorkspaceFieldProps = { form: DraftForm; backend: Backend | undefined }

/** The workspace, chosen by its title. When there is just one, it is chosen already. */
export function WorkspaceField({ form, backend }: WorkspaceFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name: 'workspaceId' })
  const { data, isError, refetch } = useQuery(workspaces(backend))
  const unconnected = backend?.connected === false
  const unknown = isError || unconnected
  const sole = data?.length === 1 ? data[0]?.id : undefined

  // Whoever empties the box is about to write another id into it.
  const emptied = useRef(false)

  // The list arrives from outside, after the form was opened; a choice already made stands.
  useEffect(() => {
    if (sole !== undefined && !emptied.current && form.getValues('workspaceId') === '') {
      form.setValue('workspaceId', sole, { shouldDirty: false })
    }
  }, [form, sole, field.value])

  return (
    <IdPicker
      id={fieldId('workspaceId')}
      label={labelOf('workspaceId')}
      options={unknown ? [] : data?.map(({ id, title }) => ({ id, label: title || id }))}
      none={data ? 'Choose a workspace' : 'Loading workspaces…'}
      other="Another workspace: paste its id…"
      pasteLabel="Workspace id"
      help={
        <>
          {unconnected && backend.own_token && (
            <>
              <HereLink open="connection" className="">
                Connect to {backend.name}
              </HereLink>{' '}
              to choose from your workspaces, or paste the id.{' '}
            </>
          )}
          {isError && (
            <>
              The list of workspaces could not be loaded.{' '}
              <Button kind="quiet" onClick={() => refetch()}>
                Try again
              </Button>{' '}
              Or paste the id.{' '}
            </>
          )}
          Its id is in the address of your workspace page: …/workspaces/<b>6278acb0…</b>/home
        </>
      }
      error={fieldState.error?.message}
      value={field.value}
      onChange={(id) => {
        emptied.current = id === ''
        field.onChange(id)
      }}
      onBlur={field.onBlur}
      controlRef={field.ref}
    />
  )
}
