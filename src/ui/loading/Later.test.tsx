import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Later } from './Later.tsx'

const loadOne = async () => () => 'one'
const loadOther = async () => () => 'other'

test('a part that takes the place of another is never shown as that other', async () => {
  const shown: string[] = []
  const show = (name: string) => (part: () => string) => {
    shown.push(`${part()} as ${name}`)
    return <p>{part()}</p>
  }
  const { rerender } = render(
    <Later load={loadOne} name="one">
      {show('one')}
    </Later>,
  )
  await screen.findByText('one')
  rerender(
    <Later load={loadOther} name="other">
      {show('other')}
    </Later>,
  )
  await screen.findByText('other')
  expect(new Set(shown)).toEqual(new Set(['one as one', 'other as other']))
})
