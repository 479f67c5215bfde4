import { networkInterfaces } from 'node:os'

const inUrl = (address: string) => (address.includes(':') ? `[${address}]` : address)

/**
 * The addresses, as a URL has them, under which a server is reached that listens at `host`: that one, or
 * all of this machine for `0.0.0.0` and `::`. The first is the one to tell people.
 */
export function ownAddresses(host: string) {
  if (host !== '0.0.0.0' && host !== '::') return [inUrl(host)]
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const rank = ({ internal, family }: (typeof found)[number]) =>
    (internal ? 2 : 0) + (family === 'IPv4' ? 0 : 1)
  return found
    .filter(({ scopeid, family }) => !scopeid && (family === 'IPv4' || host === '::'))
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ address }) => inUrl(address))
}
