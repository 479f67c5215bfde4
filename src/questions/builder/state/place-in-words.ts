import { isQuestion } from '#contract/questions/question-item.ts'
import { sameAddress, type ItemAddress } from '#questions/layout/address.ts'
import { itemAt, itemsOf, typeOf, type LayoutPage } from '#questions/layout/read-layout.ts'
import { factsOf } from '#questions/kinds/facts-of.ts'

/** "Question 2 of 6, page 1, right column"; what is not answered goes by the name of its kind. */
export function placeInWords(pages: readonly LayoutPage[], at: ItemAddress): string {
  const questions = itemsOf(pages).filter(({ item }) => isQuestion({ type: typeOf(item) }))
  const index = questions.findIndex((one) => sameAddress(one.at, at))
  const name = factsOf(typeOf(itemAt(pages, at)))?.name ?? 'Item'
  const what = index === -1 ? name : `Question ${index + 1} of ${questions.length}`
  const columns = pages[at.page]?.rows[at.row]?.columns.length ?? 1
  const side = at.column === 0 ? ', left column' : ', right column'
  return `${what}, page ${at.page + 1}${columns > 1 ? side : ''}`
}
