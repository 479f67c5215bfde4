import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  deleteTemplate,
  listTemplates,
  putTemplate,
  type OwnTemplate,
} from '#drafts/store/templates.ts'

const queryKey = ['own-templates']

/** The templates that are kept here, and the ways to change them. */
export function useOwnTemplates() {
  const client = useQueryClient()
  const { data, isError } = useQuery({
    queryKey,
    queryFn: listTemplates,
    retry: false,
    staleTime: 0,
  })
  const change = useMutation<void, Error, () => Promise<unknown>>({
    mutationFn: async (run) => void (await run()),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return {
    /** Undefined until they were read. */
    templates: data,
    /** This browser keeps nothing. */
    unreadable: isError,
    failed: change.isError,
    put: (template: OwnTemplate) => change.mutateAsync(() => putTemplate(template)),
    remove: (id: string) => change.mutateAsync(() => deleteTemplate(id)),
  }
}
