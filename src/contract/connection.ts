import * as z from 'zod/mini'

/** What the page sends to its own server, once: the token as it was pasted. The server cleans it. */
export const ConnectRequest = z.object({ token: z.string() })
export type ConnectRequest = z.infer<typeof ConnectRequest>
