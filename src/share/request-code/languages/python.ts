import { jsonSource, rewordJson } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** Strings of JSON are strings of Python; halves of characters come together again in its JSON. */
export const python: Program = {
  file: 'create_batch.py',
  run: 'python3 create_batch.py',
  needs: 'Python 3.6 or later and requests (pip install requests).',
  write: ({ body, url }) => `# ${warning}
import os

import requests

batch = ${rewordJson(jsonSource(body), { true: 'True', false: 'False', null: 'None' })}

response = requests.post(
    "${url}",
    headers={"Authorization": "Token " + os.environ["PROLIFIC_TOKEN"]},
    json=batch,
    timeout=60,
)
if response.status_code != 201:
    raise SystemExit(f"The answer was {response.status_code}: {response.text}")
print("Created batch", response.json()["id"])
`,
}
