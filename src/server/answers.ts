type Detail = string | string[] | Record<string, string[]>

/** A JSON answer. The parts of an app never write bodies by hand, so every answer is JSON. */
export function answerJson(body: unknown, status = 200, headers: Record<string, string> = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/**
 * A refusal in the API's nested envelope. The provider's own `error_code` numbers are not public;
 * these are made up, one per status.
 */
export function refuse(
  status: number,
  title: string,
  detail: Detail,
  { headers = {}, information }: { headers?: Record<string, string>; information?: string } = {},
) {
  const error = { status, error_code: 100_000 + status, title, detail }
  return answerJson(
    { error: information ? { ...error, additional_information: information } : error },
    status,
    headers,
  )
}

export const notFound = (detail: string) => refuse(404, 'Not found', detail)

/** For a path that exists, called with a method that it does not have. */
export function wrongMethod(allowed: readonly string[]) {
  return refuse(405, 'Method not allowed', `This address takes ${allowed.join(' and ')} only.`, {
    headers: { allow: allowed.join(', ') },
  })
}
