// @vitest-environment node
import { expect, test } from 'vitest'
import { openPlaceholdersIn } from './open-placeholders.ts'

test.each([
  '[your lab]',
  '[Your Name]',
  '[number]',
  '[contact address]',
  '[number of minutes]',
  '[insert amount]',
  '[fill in]',
  '[name of researcher]',
  '[TBD]',
  '{{first name}}',
  '${minutes}',
  '<<date>>',
  'Lorem ipsum',
])('%s is still to be filled in', (words) => {
  expect(openPlaceholdersIn(`See ${words}, please.`)).toEqual([{ words, index: 4 }])
})

test.each([
  'a source [1] and more [2, 3]',
  'he “recieved” [sic] it',
  'an [image] or an [image of a cat]',
  'press [Enter] or [Insert]',
  'a [link to the guide](https://example.org)',
  'see [your profile][1]',
  '- [ ] to do, - [x] done',
  'people [in the city] say […]',
  '[laughter] and [unclear]',
  'it was [name removed] who said so',
  'as [study 2] found',
  'from a[0] to list[number_2]',
  'array[i] = {a}',
  '[a number that is far too long to be the name of anything at all]',
])('nothing is to be filled in: %s', (words) => {
  expect(openPlaceholdersIn(words)).toEqual([])
})

test('several are told in the order of the line', () => {
  const line = 'Write to [contact address] of [your lab] by {{date}}.'
  expect(
    openPlaceholdersIn(line).map(({ words, index }) => line.slice(index).startsWith(words)),
  ).toEqual([true, true, true])
})
