import { previewAddress } from '#html/image-host.ts'

/** A name that is set aside for examples; nothing is asked of it. */
const SAMPLE = 'pictures.example'

/**
 * Whether the server of this page lets an address name the hosts whose pictures the sheet may load.
 * Ours does; a host for static files sends one policy for all, under which pictures stay away.
 * Rejects when the server does not answer.
 */
export async function serverNamesHosts(): Promise<boolean> {
  const { headers } = await fetch(previewAddress([SAMPLE]), { method: 'HEAD' })
  return headers.get('content-security-policy')?.includes(`https://${SAMPLE}`) ?? false
}
