import { EmptyList } from '#ui/EmptyList.tsx'

type NoTemplatesProps = { words: string; onClear: () => void }

/** In place of the gallery when nothing fits: what to do instead. */
export function NoTemplates({ words, onClear }: NoTemplatesProps) {
  return (
    <EmptyList showAll={{ label: 'Show all templates', run: onClear }}>
      No template is about “{words.trim()}”. Try one word for the kind of task, such as “rating” or
      “text”, or save a task of your own as a template.
    </EmptyList>
  )
}
