import styles from './RichTextField.module.css'

/** The box of the editor without the editor: the same height at every width. */
export function EditorPlaceholder() {
  return (
    <div className={styles.field} aria-busy="true">
      <div className={styles.toolbar} />
      <div className={styles.scroller}>
        <div className={styles.waiting}>Loading the editor…</div>
      </div>
    </div>
  )
}
