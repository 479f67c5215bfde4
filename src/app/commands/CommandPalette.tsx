import { Autocomplete } from '@base-ui/react/autocomplete'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { presentCommands, type Command, shownKeys, spokenKeys } from '#ui/commands.ts'
import control from '#ui/control.module.css'
import { Dialog } from '#ui/dialogs/Dialog.tsx'
import { hasFirstFocus } from '#ui/dialogs/dialog-focus.ts'
import styles from './CommandPalette.module.css'
import { matchSorter } from 'match-sorter'

const keys = [({ name }: Command) => name, ({ group, name }: Command) => `${group} ${name}`]

/** All that can be done on the present screen, found by typing and done with Enter. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [commands] = useState(presentCommands)
  const [words, setWords] = useState('')

  const run = (command: Command) => {
    // The dialog gives the focus back first: some commands move it on.
    flushSync(onClose)
    command.run()
  }

  return (
    <Dialog title="Commands" onClose={onClose}>
      <CSPProvider disableStyleElements>
        <Autocomplete.Root
          inline
          open
          mode="none"
          autoHighlight="always"
          items={inGroups(findCommands(commands, words))}
          itemToStringValue={({ name }: Command) => name}
          value={words}
          onValueChange={(value, { reason }) => {
            // Choosing one fills in its name, which nobody typed.
            if (reason !== 'item-press') setWords(value)
          }}
        >
          <Autocomplete.Input
            ref={hasFirstFocus}
            className={control.control}
            aria-label="Search commands"
            placeholder="What do you want to do?"
          />
          <Autocomplete.Empty className={styles.empty}>
            No command found. Try another word, such as “go” or “show”.
          </Autocomplete.Empty>
          <Autocomplete.List className={styles.list}>
            {({ value, items }: ReturnType<typeof inGroups>[number]) => (
              <Autocomplete.Group key={value} items={items} className={styles.group}>
                <Autocomplete.GroupLabel className={styles.label}>{value}</Autocomplete.GroupLabel>
                <Autocomplete.Collection>
                  {(command: Command) => (
                    <Autocomplete.Item
                      key={command.name}
                      value={command}
                      className={styles.item}
                      aria-keyshortcuts={command.keys && spokenKeys(command.keys)}
                      onClick={() => run(command)}
                    >
                      <span>{command.name}</span>
                      {command.keys && <kbd className={styles.keys}>{shownKeys(command.keys)}</kbd>}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
        </Autocomplete.Root>
      </CSPProvider>
    </Dialog>
  )
}

/** The commands that words stand for, the nearest first: parts of words and first letters do. */
function findCommands(commands: readonly Command[], words: string): readonly Command[] {
  return words.trim() === '' ? commands : matchSorter(commands, words.trim(), { keys })
}

/** Commands by what they belong to, in the order in which the groups come up first. */
function inGroups(commands: readonly Command[]) {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const group = groups.get(command.group)
    if (group) group.push(command)
    else groups.set(command.group, [command])
  }
  return [...groups].map(([value, items]) => ({ value, items }))
}
