import { useEffect, useRef } from 'react'

/** Whether shortcuts are held with ⌘ here. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Something that can be done now, as the list of commands shows it. */
export type Command = {
  /** What it does, in the words of its button. */
  name: string
  /** What it belongs to: the name of a screen, or "Everywhere". */
  group: string
  /** Its shortcut, as `shownKeys` takes it. */
  keys?: string
  run: () => void
}

/** Those who offer commands at the moment: the parts of the page that are shown. */
const sources = new Set<() => readonly Command[]>()

/** Offers commands as long as a component is shown. They may be others with each render. */
export function useCommands(commands: readonly Command[]) {
  const latest = useRef(commands)

  // Whoever lists the commands is no part of this component, and asks when it is opened.
  useEffect(() => {
    latest.current = commands
  })

  // The same.
  useEffect(() => {
    const read = () => latest.current
    sources.add(read)
    return () => {
      sources.delete(read)
    }
  }, [])
}

/** All that can be done on the present screen: what it offers itself first, what is everywhere last. */
export function presentCommands(): Command[] {
  const all = [...sources].flatMap((read) => read())
  const isEverywhere = ({ group }: Command) => group === EVERYWHERE
  return [...all.filter((command) => !isEverywhere(command)), ...all.filter(isEverywhere)]
}

/** The group of what every screen has. */
export const EVERYWHERE = 'Everywhere'

/** A shortcut in Tiptap's notation as people read it: `Ctrl+Shift+7`, on a Mac `⌘⇧7`. */
export function shownKeys(keys: string): string {
  if (!isApple) return keys.replaceAll('Mod', 'Ctrl').replaceAll('-', '+')
  return keys
    .replaceAll('Mod-', '⌘')
    .replaceAll('Shift-', '⇧')
    .replaceAll('Alt-', '⌥')
    .replace('Enter', '⏎')
}

/** The same for `aria-keyshortcuts`. */
export function spokenKeys(keys: string): string {
  return keys.replaceAll('Mod', isApple ? 'Meta' : 'Control').replaceAll('-', '+')
}
