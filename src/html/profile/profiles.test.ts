// @vitest-environment node
import { expect, test } from 'vitest'
import { keepsAttribute, profiles } from './profiles.ts'

test('each profile has a name, a source and a date, and is wider than the one before', () => {
  const all = Object.values(profiles)
  expect(all.map(({ name }) => name)).toEqual(['Sure to work', 'Probably works', 'Everything safe'])
  for (const { source, readOn, worth } of all) {
    expect(source).not.toBe('')
    expect(worth).not.toBe('')
    expect(Date.parse(readOn)).not.toBeNaN()
  }
  const [published, basic, safe] = all
  expect(published?.tags.size).toBe(12)
  for (const tag of published?.tags ?? []) expect(basic?.tags).toContain(tag)
  for (const tag of basic?.tags ?? []) expect(safe?.tags).toContain(tag)
})

test('attributes are kept only where the profile names them', () => {
  expect(keepsAttribute(profiles.published, 'ol', 'start')).toBe(false)
  expect(keepsAttribute(profiles.basic, 'ol', 'start')).toBe(true)
  expect(keepsAttribute(profiles.basic, 'a', 'href')).toBe(true)
  expect(keepsAttribute(profiles.basic, 'p', 'style')).toBe(false)
  expect(keepsAttribute(profiles.safe, 'p', 'data-own')).toBe(true)
  expect(keepsAttribute(profiles.safe, 'p', 'onclick')).toBe(false)
})
