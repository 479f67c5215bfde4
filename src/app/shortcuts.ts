type Shortcut = readonly [what: string, keys: string]

/** The keys of this app by where they work; none but Tab is one of the browser's own there. */
export const shortcuts: readonly { where: string; keys: readonly Shortcut[] }[] = [
  {
    where: 'Everywhere',
    keys: [
      ['All commands', 'Mod-K'],
      ['Keyboard shortcuts', '?'],
      ['Close a dialog or menu', 'Esc'],
    ],
  },
  {
    where: 'While you write a batch',
    keys: [['Create the batch', 'Mod-Enter']],
  },
  {
    where: 'In the introduction and the steps',
    keys: [
      ['Bold', 'Mod-B'],
      ['Italic', 'Mod-I'],
      ['Underline', 'Mod-U'],
      ['Link', 'Mod-K'],
      ['Title, subtitle', 'Mod-Alt-1, Mod-Alt-2'],
      ['Numbered list', 'Mod-Shift-7'],
      ['Bulleted list', 'Mod-Shift-8'],
      ['From cell to cell of a table', 'Tab, Shift-Tab'],
      ['Undo', 'Mod-Z'],
      ['Redo', 'Mod-Shift-Z'],
      ['To the toolbar', 'Alt-F10'],
    ],
  },
]
