import { queryOptions } from '@tanstack/react-query'
import { AppConfig } from '#contract/app-config.ts'
import { send } from './http.ts'

/** Which backends this host offers. Read once: it changes only with the server. */
export const appConfig = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => send(AppConfig, { method: 'GET', path: '/config.json', signal }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: 2,
})
