/**
 * What a rule's selectors say of the elements themselves, as selectors; `*` where that is not plain.
 * What is around an element does not count, because it may not have been copied, nor does a state,
 * which comes and goes.
 */
export function ownSelectors(selectors: string): string[] {
  if (/[\\@]/.test(selectors)) return ['*']
  return withoutConditions(selectors)
    .split(',')
    .map((selector) => selector.trim())
    .filter((selector) => !BESIDE.test(selector))
    .map((selector) => {
      const [own = ''] = /[^\s>+~]*$/.exec(selector) ?? []
      return own.replaceAll(/:[\w-]+|&/g, '') || '*'
    })
}

/** What stands before or after the words of an element, and does not show them. */
const BESIDE = /::|:(?:before|after|first-l)/

/** Without what stands in brackets, where commas and spaces part nothing. */
function withoutConditions(selectors: string): string {
  let left = selectors.replaceAll(/\[[^\]]*\]/g, '')
  for (let before = ''; before !== left;) {
    before = left
    left = left.replaceAll(/\([^()]*\)/g, '')
  }
  return left
}

/** Whether one of the selectors is that of the element, or one that only newer browsers know. */
export function mayBeShown(element: Element, selectors: Iterable<string>): boolean {
  for (const selector of selectors) {
    try {
      if (element.matches(selector)) return true
    } catch {
      return true
    }
  }
  return false
}
