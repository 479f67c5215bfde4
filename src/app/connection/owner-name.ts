import type { User } from '#contract/answers.ts'

/** What people call the owner of a token; empty when the API says neither name nor email. */
export function ownerName({ first_name, last_name, name, email }: User) {
  return `${first_name} ${last_name}`.trim() || name || email
}
