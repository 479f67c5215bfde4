/** What stands on the screen for a text of ours. */
interface Translation {
  /** The words of ours that it stands for. */
  words: string
  nodes: readonly ChildNode[]
}

/**
 * Lets React go on after the browser's page translation, or an extension, has replaced text nodes below
 * `root`: React keeps hold of the nodes it made, and throws when it removes one that is no longer there
 * or puts something before it. Each replaced text goes back, empty, in front of what stands for it. Once
 * React writes into it or removes it, the translation goes, and the next one begins. Returns how to stop.
 */
export function surviveTranslation(root: Node) {
  const translations = new Map<Text, Translation>()

  const look = (records: readonly MutationRecord[]) => {
    const arrived = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]))
    for (const record of records) note(record, arrived)
    for (const [text, translation] of translations) settle(text, translation)
    // What was done here is nothing to look at.
    structure.takeRecords()
    words.takeRecords()
  }

  const note = (record: MutationRecord, arrived: ReadonlySet<Node>) => {
    const { target, removedNodes } = record
    if (record.type !== 'childList' || removedNodes.length !== 1) return
    const [gone] = removedNodes
    if (!gone || isEditable(target)) return
    const nodes = replacementsIn(record, arrived)
    if (nodes.length === 0) return
    for (const [text, translation] of translations) {
      // Translated once more, or shown in the original again.
      if (translation.nodes.some((node) => node === gone)) {
        if (nodes.includes(text)) text.data = translation.words
        else translations.set(text, { ...translation, nodes })
        return
      }
    }
    if (!(gone instanceof Text) || gone.parentNode || gone.data.trim() === '') return
    const [first] = nodes
    if (!(first instanceof Element) || first.parentNode !== target) return
    translations.set(gone, { words: gone.data, nodes })
    gone.data = ''
    first.before(gone)
    words.observe(gone, { characterData: true })
  }

  /** What took the place of the one node that a record took out. */
  const replacementsIn = (record: MutationRecord, arrived: ReadonlySet<Node>) => {
    const { addedNodes, previousSibling, nextSibling } = record
    const taken = new Set<Node>([...translations.values()].flatMap(({ nodes }) => nodes))
    // Put beside it first, and then it was taken out.
    const beside = [previousSibling, nextSibling]
      .filter((node) => node instanceof HTMLFontElement)
      .filter((node) => arrived.has(node) && !taken.has(node))
    return [...(addedNodes.length > 0 ? addedNodes : beside)].filter(
      (node) => node instanceof Element || node instanceof Text,
    )
  }

  const settle = (text: Text, { words: original, nodes }: Translation) => {
    const isShown = nodes.some(({ parentNode }) => parentNode && parentNode === text.parentNode)
    if (isShown && text.data === '') return
    if (text.parentNode === null || text.data !== '') for (const node of nodes) node.remove()
    else text.data = original
    translations.delete(text)
  }

  const structure = new MutationObserver(look)
  const words = new MutationObserver(look)
  structure.observe(root, { childList: true, subtree: true })
  return () => {
    structure.disconnect()
    words.disconnect()
  }
}

/** Editors look after their own nodes. */
function isEditable(node: Node) {
  return node instanceof Element && node.closest('[contenteditable]') !== null
}
