import { escapeInJson, jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/**
 * The body is a raw string, sent as it stands: lists of R would lose empty and one-element arrays, and
 * its strings hold no null character. As bytes, because R rewrites text for the locale of the machine.
 */
export const r: Program = {
  file: 'create_batch.R',
  run: 'Rscript create_batch.R',
  needs: 'R 4.1 or later, httr2 and jsonlite (install.packages(c("httr2", "jsonlite"))).',
  write: ({ body, url }) => `# ${warning}
library(httr2)

token <- Sys.getenv("PROLIFIC_TOKEN")
if (token == "") stop("Set PROLIFIC_TOKEN to your API token first.")

body <- r"---(${escapeInJson(jsonSource(body), /\)(?=---")/g)})---"

response <- request("${url}") |>
  req_headers(Authorization = paste("Token", token)) |>
  req_body_raw(charToRaw(body), type = "application/json") |>
  req_error(
    is_error = \\(response) resp_status(response) != 201,
    body = \\(response) resp_body_string(response)
  ) |>
  req_perform()

cat("Created batch", resp_body_json(response)$id, "\\n")
`,
}
