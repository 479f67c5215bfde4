import { styleOf } from '#html/parse/style-attribute.ts'
import { colord, extend, type Colord } from 'colord'
import a11yPlugin from 'colord/plugins/a11y'
import namesPlugin from 'colord/plugins/names'
import type { ContentCheck } from '#html/parse/parsed-text.ts'

extend([a11yPlugin, namesPlugin])

/** WCAG 2, success criterion 1.4.3, for text of ordinary size. */
const LEAST = 4.5

/** Words whose own colours are hard to tell from what is behind them. */
export const contrast: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('[style], [color], [bgcolor]')].flatMap((element) => {
    const setsColour = inkOf(element) ?? paperOf(element)
    if (!setsColour || element.textContent.trim() === '') return []
    const { ink, paper } = coloursOf(element)
    const ratio = ink.contrast(paper)
    if (ratio >= LEAST) return []
    return [
      {
        what: 'Text that is hard to see',
        position: positionOf(element),
        advice: `Its contrast is ${ratio.toFixed(1)} to 1. It should be at least ${LEAST} to 1.`,
      },
    ]
  })

/** Black on white, as far as the elements around the words do not say otherwise. */
function coloursOf(element: Element | null): { ink: Colord; paper: Colord } {
  if (!element) return { ink: colord('#000'), paper: colord('#fff') }
  const around = coloursOf(element.parentElement)
  const paper = over(paperOf(element), around.paper) ?? around.paper
  return { paper, ink: over(inkOf(element), paper) ?? around.ink }
}

/** A colour that lets something through, as it looks on another. */
function over(colour: Colord | null, behind: Colord): Colord | null {
  if (!colour) return null
  const [above, below] = [colour.toRgb(), behind.toRgb()]
  const blend = (one: number, other: number) => one * above.a + other * (1 - above.a)
  return colord({
    r: blend(above.r, below.r),
    g: blend(above.g, below.g),
    b: blend(above.b, below.b),
  })
}

function inkOf(element: Element): Colord | null {
  return readColour(styleOf(element).get('color') ?? element.getAttribute('color'))
}

function paperOf(element: Element): Colord | null {
  const style = styleOf(element)
  const written = style.get('background-color') ?? style.get('background')
  return readColour(written ?? element.getAttribute('bgcolor'))
}

/** Null for what says no colour of its own, such as `inherit`. */
function readColour(written: string | null | undefined): Colord | null {
  const colour = colord(written ?? '')
  return colour.isValid() ? colour : null
}
