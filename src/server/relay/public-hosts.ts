import { lookup as resolve, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Networks that are no part of the public internet (RFC 6890 and later). A list for each family: Node
 * takes every IPv4 address for a part of `::ffff:0:0/96`.
 */
const closed = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.ipv4.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 96],
  // Other ways to write an IPv4 address.
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  closed.ipv6.addSubnet(network, bits, 'ipv6')
}

function isPublicAddress(address: string) {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return !closed[family].check(address, family)
}

/** Whether a host, as a URL has it, is this machine by one of its usual names. */
export const isThisMachine = (hostname: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

/** Whether a host, as a URL has it, may be a server on the internet. A name may still lead elsewhere. */
export function isPublicName(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return isPublicAddress(bare)
  return (
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(bare) && !/\.(?:local|internal|localhost)$/i.test(bare)
  )
}

/** Looks a name up as Node does, and fails when it leads to a network that is not public. */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const closedOne = error ? undefined : found.find(({ address }) => !isPublicAddress(address))
    const failure = closedOne
      ? Object.assign(new Error(`${hostname} leads to a closed network.`), { code: 'ENOTFOUND' })
      : error
    const [first] = found ?? []
    if (failure || !first) return done(failure ?? new Error('No address'), '', 0)
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}
