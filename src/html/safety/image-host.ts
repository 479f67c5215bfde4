/** Pictures of so many hosts can be let in at once: each is a word in the policy of the sheet. */
export const MAX_IMAGE_HOSTS = 8

/** A plain name with a dot in it: no port, no number, no wildcard, nothing that means more in a policy. */
const HOST_NAME =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/

/** Whether pictures of `host`, in lower case, may be asked for by name. */
export function isImageHost(host: string): boolean {
  return HOST_NAME.test(host)
}

/** The host of an https address as it is written in one, with its port if it has one, else null. */
export function hostOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url?.protocol === 'https:' ? url.host : null
}

/** The address of the page in the participant view whose policy lets in pictures of these hosts. */
export function previewAddress(imageHosts: readonly string[]): string {
  const query = new URLSearchParams(imageHosts.map((host) => ['img', host]))
  return imageHosts.length === 0 ? '/preview.html' : `/preview.html?${query}`
}
