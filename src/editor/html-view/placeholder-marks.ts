import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet } from '@codemirror/view'
import { openPlaceholdersIn } from '#html/checks/open-placeholders.ts'

const mark = Decoration.mark({ class: 'cm-openPlaceholder' })

/** Lines of the window that hold a bracket of any kind are looked at as a whole. */
const decorator = new MatchDecorator({
  regexp: /^.+$/gm,
  decorate: (add, from, _to, [line]) => {
    for (const { words, index } of openPlaceholdersIn(line)) {
      add(from + index, from + index + words.length, mark)
    }
  },
})

/** Shows in the HTML where something is still to be filled in. Only what is seen is looked at. */
export const placeholderMarks = ViewPlugin.define<{ marks: DecorationSet; update: Update }>(
  (view) => ({
    marks: decorator.createDeco(view),
    update(change) {
      this.marks = decorator.updateDeco(change, this.marks)
    },
  }),
  { decorations: ({ marks }) => marks },
)

type Update = (change: Parameters<typeof decorator.updateDeco>[0]) => void
