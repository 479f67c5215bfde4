import { randomBytes } from 'node:crypto'
import { keepSecret } from '#server/http/log.ts'

/** More than any lab has members. */
const MOST_SESSIONS = 500
/** How long a token may outlive its hours when nobody asks for it. */
const SWEEP_MS = 60_000

type Options = {
  /** A token that was not used for this long is forgotten. */
  idleMs: number
  most?: number
  now?: () => number
}

type Session = { token: string; usedAt: number; forgetSecret: () => void }

/**
 * The tokens that people gave to this server, each under an id that only their browser has. They are
 * in memory alone: gone with the process, on request, and when nobody used them for some time. When
 * there are too many, the one that was idle for longest makes room.
 */
export function createSessions({ idleMs, most = MOST_SESSIONS, now = Date.now }: Options) {
  // In the order of their last use.
  const sessions = new Map<string, Session>()

  const close = (id: string) => {
    sessions.get(id)?.forgetSecret()
    sessions.delete(id)
  }
  const sweep = () => {
    for (const [id, { usedAt }] of sessions) {
      if (now() - usedAt < idleMs) return
      close(id)
    }
  }
  const sweeping = setInterval(sweep, SWEEP_MS).unref()

  return {
    /** Keeps a token and gives the id that it is found under from now on. */
    open(token: string) {
      sweep()
      const [idlest] = sessions.keys()
      if (sessions.size >= most && idlest) close(idlest)
      const id = randomBytes(32).toString('base64url')
      sessions.set(id, { token, usedAt: now(), forgetSecret: keepSecret(token) })
      return id
    },
    /** The token kept under an id, which counts as a use of it; nothing when it was forgotten. */
    find(id: string | undefined) {
      sweep()
      const session = id === undefined ? undefined : sessions.get(id)
      if (id === undefined || !session) return undefined
      sessions.delete(id)
      sessions.set(id, { ...session, usedAt: now() })
      return session.token
    },
    /** Forgets the token of an id, if there is one. */
    close,
    closeAll: () => {
      clearInterval(sweeping)
      for (const id of sessions.keys()) close(id)
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
