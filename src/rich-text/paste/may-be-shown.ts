import { elementOf } from './line-writer.ts'

/**
 * What a rule's selectors say of the elements themselves, as selectors; `*` where that is not plain.
 * What is around an element does not count, because it may not have been copied, nor does a state,
 * which comes and goes.
 */
export function ownSelectors(selectors: string): string[] {
  const plain = withoutConditions(selectors)
  if (/[\\@()[\]]/.test(plain)) return ['*']
  return plain
    .split(',')
    .filter((selector) => !BESIDE.test(selector))
    .map((selector) => {
      const own =
        selector
          .trim()
          .split(/[\s>+~]/)
          .at(-1) ?? ''
      const lasting = own.replaceAll(/:[\w-]+|&/g, '')
      return isSelector(lasting) ? lasting : '*'
    })
}

/** What stands before or after the words of an element, and does not show them. */
const BESIDE = /::|:(?:before|after|first-l)/

/** Without what stands in brackets, where commas and spaces part nothing. */
function withoutConditions(selectors: string): string {
  let left = selectors.replaceAll(/\[[^[\]]*\]/g, '')
  // Nobody writes more of them into each other.
  for (let depth = 0; depth < 9; depth += 1) left = left.replaceAll(/\([^()]*\)/g, '')
  return left
}

function isSelector(text: string): boolean {
  try {
    elementOf('p').matches(text)
    return true
  } catch {
    return false
  }
}
