import Papa from 'papaparse'
import * as z from 'zod/mini'

const Parsed = z.object({ data: z.array(z.unknown()), meta: z.object({ cursor: z.number() }) })

/** Rows are only counted: to hold them is not what the library is compared for. */
addEventListener('message', ({ data: file }: MessageEvent<Blob>) => {
  void read(file)
})

async function read(file: Blob) {
  let rows = 0
  const parser = new Papa.Parser({ delimiter: ',', newline: '\n' })
  const chunks = file.stream().pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let next = await chunks.read(); !next.done; next = await chunks.read()) {
    const text = rest + next.value
    const { data, meta } = Parsed.parse(parser.parse(text, 0, true))
    rows += data.length
    rest = text.slice(meta.cursor)
  }
  rows += Parsed.parse(parser.parse(rest, 0, false)).data.length
  postMessage(rows, { transfer: [] })
}
