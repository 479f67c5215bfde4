import styles from './DropCurtain.module.css'

/** Over the page while files are held over it. */
export function DropCurtain() {
  return <div className={styles.curtain}>Drop to make new drafts</div>
}
