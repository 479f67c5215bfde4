import { jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** In a quoted here-document nothing is special: `#{…}` is text. */
export const ruby: Program = {
  file: 'create_batch.rb',
  run: 'ruby create_batch.rb',
  needs: 'Ruby 2.6 or later.',
  write: ({ body, url }) => `# ${warning}
require 'json'
require 'net/http'

token = ENV.fetch('PROLIFIC_TOKEN')

body = <<'JSON'
${jsonSource(body)}
JSON

response = Net::HTTP.post(
  URI('${url}'),
  body,
  'Authorization' => "Token #{token}",
  'Content-Type' => 'application/json'
)
abort "The answer was #{response.code}: #{response.body}" unless response.code == '201'
puts "Created batch #{JSON.parse(response.body)['id']}"
`,
}
