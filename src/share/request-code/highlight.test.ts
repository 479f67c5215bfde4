// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { encodeBody } from '#api/http.ts'
import { addressOf } from '#contract/routes.ts'
import { highlight } from './highlight.ts'
import { languages } from './languages.ts'
import { programs } from './programs.ts'
import { awkwardRequest } from '#share/request-code/testing/requests.ts'

const textOf = (stretches: { text: string }[]) => stretches.map(({ text }) => text).join('')

describe.each(languages)('$name', ({ id }) => {
  const url = `https://api.prolific.com/api${addressOf('createBatch')}`
  const program = programs[id].write({
    request: awkwardRequest,
    body: encodeBody(awkwardRequest),
    url,
  })

  test('is the same text in colour', () => {
    const stretches = highlight(id, program)
    expect(textOf(stretches)).toBe(program)
    expect(new Set(stretches.map(({ kind }) => kind))).toContain('comment')
    expect(new Set(stretches.map(({ kind }) => kind))).toContain('string')
  })

  test('is left plain when it is very long', () => {
    const long = program + ' '.repeat(150_000)
    expect(highlight(id, long)).toEqual([{ kind: '', text: long }])
  })
})
