// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import type { CreateBatchRequest } from '#contract/batch.ts'
import { documentedExample } from '#contract/examples.ts'
import { addressOf } from '#contract/routes.ts'
import { languages } from './languages.ts'
import { warning } from '#share/request-code/languages/program.ts'
import { prolificCli } from '#share/request-code/languages/prolific-cli.ts'
import { programs } from './programs.ts'
import { readers } from '#share/request-code/testing/read-program.ts'
import {
  anyRequest,
  awkwardRequest,
  bareRequest,
  longRequest,
  questionsRequest,
} from '#share/request-code/testing/requests.ts'

const url = `https://api.prolific.com/api${addressOf('createBatch')}`
const callOf = (request: CreateBatchRequest) => ({ request, body: encodeBody(request), url })

describe.each(languages)('$name', ({ id }) => {
  const program = programs[id]
  const read = readers[id]

  test.each([
    ['awkward texts', awkwardRequest],
    ['a hundred thousand characters', longRequest],
    ['questions of every shape', questionsRequest],
    ['no dataset and no questions', bareRequest],
  ])('holds %s as they are', (_, request) => {
    const call = callOf(request)
    expect(read(program.write(call))).toEqual(JSON.parse(call.body))
  })

  test('holds any text as it is', () => {
    fc.assert(
      fc.property(anyRequest({ least: 1, most: 8 }), (request) => {
        const call = callOf(request)
        expect(read(program.write(call))).toEqual(JSON.parse(call.body))
      }),
      { numRuns: 300 },
    )
  })

  test('warns of a second batch', () => {
    expect(program.write(callOf(documentedExample))).toContain(warning)
  })
})

describe.each(languages.filter(({ id }) => id !== 'prolific-cli'))('$name', ({ id }) => {
  test('shows no character that nobody sees', () => {
    const written = programs[id].write(callOf(awkwardRequest))
    expect(written).not.toMatch(/(?![\n\t \u200c\u200d])[\p{C}\p{Z}]/u)
  })

  test('reads the token from the environment', () => {
    expect(programs[id].write(callOf(documentedExample))).toContain('PROLIFIC_TOKEN')
  })
})

test('cURL can be pasted into a shell that expands exclamation marks', () => {
  expect(programs.curl.write(callOf(awkwardRequest))).not.toContain('!')
})

describe('the official tool', () => {
  const { limits = () => [] } = prolificCli

  test('is told where else than at Prolific it creates', () => {
    const practice = {
      ...callOf(documentedExample),
      url: `http://localhost:1/practice/api${addressOf('createBatch')}`,
    }
    expect(prolificCli.write(practice)).toContain(
      "\nPROLIFIC_URL='http://localhost:1/practice' prolific aitaskbuilder batch create",
    )
    expect(prolificCli.write(callOf(documentedExample))).toContain(
      '\nprolific aitaskbuilder batch create',
    )
  })

  test('is known to take no batch without a dataset, nor long texts, nor null characters', () => {
    expect(limits(documentedExample)).toEqual([])
    expect(limits(bareRequest)).toEqual([expect.stringContaining('dataset')])
    const { task_details } = documentedExample
    const withSteps = (task_steps: string) =>
      limits({ ...documentedExample, task_details: { ...task_details, task_steps } })
    expect(withSteps('é'.repeat(60_000))).toEqual([])
    expect(withSteps('é'.repeat(66_000))).toEqual([expect.stringContaining('128 KB')])
    expect(withSteps('\0')).toEqual([expect.stringContaining('null character')])
  })
})
