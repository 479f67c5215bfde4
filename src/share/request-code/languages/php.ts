import { jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** A nowdoc: nothing in it is special, and no line of JSON begins with its end marker. */
export const php: Program = {
  file: 'create-batch.php',
  run: 'php create-batch.php',
  needs: 'PHP 7.3 or later with its curl extension.',
  write: ({ body, url }) => `<?php
// ${warning}
$token = getenv('PROLIFIC_TOKEN');
if (!$token) {
    fwrite(STDERR, "Set PROLIFIC_TOKEN to your API token first.\\n");
    exit(1);
}

$body = <<<'JSON'
${jsonSource(body)}
JSON;

$request = curl_init('${url}');
curl_setopt_array($request, [
    CURLOPT_HTTPHEADER => ["Authorization: Token $token", 'Content-Type: application/json'],
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_RETURNTRANSFER => true,
]);
$answer = curl_exec($request);
$status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
if ($status !== 201) {
    fwrite(STDERR, "The answer was $status: " . ($answer === false ? curl_error($request) : $answer) . "\\n");
    exit(1);
}
echo 'Created batch ', json_decode($answer)->id, "\\n";
`,
}
