/** Reads a chosen file with Papa alone, in a worker, and writes how many milliseconds that took. */
const worker = new Worker(new URL('./papa.worker.ts', import.meta.url), { type: 'module' })
let begun = 0

worker.addEventListener('message', () => {
  const output = document.querySelector('output')
  if (output) output.textContent = String(performance.now() - begun)
})
document.querySelector('input')?.addEventListener('change', ({ currentTarget }) => {
  const [file] = currentTarget instanceof HTMLInputElement ? (currentTarget.files ?? []) : []
  begun = performance.now()
  worker.postMessage(file, [])
})
