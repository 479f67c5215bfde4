import { valueOfWritten } from '#contract/questions/written-questions.ts'
import { partsOf, positionOf } from '#contract/questions/layout-items.ts'
import styles from './AnswerDrawing.module.css'

/** More rows than these are too small to tell apart. */
const MAX_ROWS = 4
const MAX_DOTS = 7

/**
 * A small drawing of how a task is laid out for each item: what is shown, side by side or not, and how
 * it is answered. Takes the questions as JSON text; draws nothing where there are none.
 */
export function AnswerDrawing({ questions }: { questions: string }) {
  const rows = rowsOfItemPage(questions)
  if (rows.length === 0) return null
  return (
    <div className={styles.page} aria-hidden>
      {rows.slice(0, MAX_ROWS).map((columns, row) => (
        <div key={row} className={styles.row}>
          {columns.map((shapes, column) => (
            <div key={column} className={styles.column}>
              {shapes.map((shape, index) => (
                <Shape key={index} {...shape} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

type Drawn = { kind: 'words' | 'picture' | 'dots' | 'field'; dots?: number }

function Shape({ kind, dots = 0 }: Drawn) {
  if (kind !== 'dots') return <span className={styles[kind]} />
  return (
    <span className={styles.dots}>
      {Array.from({ length: dots }, (_, dot) => (
        <span key={dot} className={styles.dot} />
      ))}
    </span>
  )
}

/** The shapes of the first page that is shown for each item, by rows and columns. */
function rowsOfItemPage(questions: string): Drawn[][][] {
  const page = partsOf(valueOfWritten(questions)).find((one) => positionOf(one) === 'body')
  return partsOf(page?.['rows']).map((row) =>
    partsOf(row['columns']).map((column) => partsOf(column['items']).map(shapeOf)),
  )
}

const pictures = /image|photo|picture|video/i

function shapeOf(item: Record<PropertyKey, unknown>): Drawn {
  const { type, field, options, max_stars } = item
  if (type === 'image' || (type === 'dataset_field' && pictures.test(String(field)))) {
    return { kind: 'picture' }
  }
  if (type === 'dataset_field' || type === 'rich_text') return { kind: 'words' }
  if (type === 'star_rating') {
    return { kind: 'dots', dots: typeof max_stars === 'number' ? Math.min(max_stars, MAX_DOTS) : 5 }
  }
  if (Array.isArray(options)) {
    return { kind: 'dots', dots: Math.min(options.length, MAX_DOTS) }
  }
  return { kind: 'field' }
}
