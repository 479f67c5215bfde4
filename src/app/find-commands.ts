import { matchSorter } from 'match-sorter'
import type { Command } from '#ui/commands.ts'

const keys = [({ name }: Command) => name, ({ group, name }: Command) => `${group} ${name}`]

/** The commands that words stand for, the nearest first: parts of words and first letters do. */
export function findCommands(commands: readonly Command[], words: string): readonly Command[] {
  return words.trim() === '' ? commands : matchSorter(commands, words.trim(), { keys })
}

/** Commands by what they belong to, in the order in which the groups come up first. */
export function inGroups(commands: readonly Command[]) {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const group = groups.get(command.group)
    if (group) group.push(command)
    else groups.set(command.group, [command])
  }
  return [...groups].map(([value, items]) => ({ value, items }))
}
