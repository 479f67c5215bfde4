// The policy of a host may hold for workers too.
import '#contract/zod-jitless.ts'
import { expose } from 'comlink'
import { createTableService } from './table-service.ts'

expose(createTableService())
