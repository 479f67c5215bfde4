/*
 * The editors are the longest download that the form waits for: it begins before anything is rendered,
 * on the pages that were served with the form. Where it fails, the field that needs it says so.
 */
if (document.getElementById('root')?.dataset['prerendered'] !== undefined) {
  import('#editor/RichTextField.tsx').catch(() => undefined)
}
