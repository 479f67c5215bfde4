import { jsonSource, rewordJson } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** JSON is JavaScript, but for one name of a member, which would set the prototype. */
export const javascript: Program = {
  file: 'create-batch.mjs',
  run: 'node create-batch.mjs',
  needs: 'Node.js 18 or later.',
  write: ({ body, url }) => `// ${warning}
const token = process.env.PROLIFIC_TOKEN
if (!token) throw new Error('Set PROLIFIC_TOKEN to your API token first.')

const batch = ${rewordJson(jsonSource(body), { '"__proto__":': '["__proto__"]:' })}

const response = await fetch('${url}', {
  method: 'POST',
  headers: { Authorization: \`Token \${token}\`, 'Content-Type': 'application/json' },
  body: JSON.stringify(batch),
})
if (response.status !== 201) {
  throw new Error(\`The answer was \${response.status}: \${await response.text()}\`)
}
const { id } = await response.json()
console.log('Created batch', id)
`,
}
