import { escapeInJson, jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/**
 * A shell program. The body is a quoted here-document on the standard input: nothing in it is special,
 * and it has no length that a command line would cut. It stands in a function, because the shell of
 * macOS misreads one inside `$(…)`, and without `!`, which interactive shells may expand.
 */
export const curl: Program = {
  file: 'create-batch.sh',
  run: 'sh create-batch.sh',
  needs: 'curl and a POSIX shell. On Windows, use Git Bash or WSL.',
  write: ({ body, url }) => `# ${warning}
request() {
cat <<'JSON'
${escapeInJson(jsonSource(body), /!/g)}
JSON
}

answer=$(request | curl --silent --show-error --write-out '%{http_code}' \\
  --header "Authorization: Token \${PROLIFIC_TOKEN:?Set it to your API token first.}" \\
  --header 'Content-Type: application/json' \\
  --data-binary @- '${url}')

case $answer in
  *201) printf 'Created batch %s\\n' "$(printf '%s' "$answer" | grep -o '"id": *"[^"]*"' | head -n 1)" ;;
  *) printf 'The answer was: %s\\n' "$answer" >&2; false ;;
esac
`,
}
