import { escapeInJson, jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** A raw string of Swift: only a backslash followed by `#` is special, so that `#` is escaped. */
export const swift: Program = {
  file: 'main.swift',
  run: 'swiftc main.swift -o create-batch && ./create-batch',
  needs: 'Swift 5.7 or later, on macOS 12 or later, or on Linux.',
  write: ({ body, url }) => `// ${warning}
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

let body = #"""
${escapeInJson(jsonSource(body), /(?<=\\)#/g)}
"""#

guard let token = ProcessInfo.processInfo.environment["PROLIFIC_TOKEN"] else {
    fatalError("Set PROLIFIC_TOKEN to your API token first.")
}

var request = URLRequest(url: URL(string: "${url}")!)
request.httpMethod = "POST"
request.setValue("Token \\(token)", forHTTPHeaderField: "Authorization")
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.httpBody = Data(body.utf8)

struct Batch: Decodable { let id: String }

let (answer, response) = try await URLSession.shared.data(for: request)
let status = (response as? HTTPURLResponse)?.statusCode
guard status == 201 else {
    fatalError("The answer was \\(status ?? 0): \\(String(decoding: answer, as: UTF8.self))")
}
print("Created batch", try JSONDecoder().decode(Batch.self, from: answer).id)
`,
}
