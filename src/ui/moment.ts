const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const clockWithSeconds = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const utc = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
})

/** "14:02" today, otherwise with the day before it. `at` is milliseconds since 1970. */
export function shortMoment(at: number, now = Date.now()) {
  const time = clock.format(at)
  return day.format(at) === day.format(now) ? time : `${day.format(at)}, ${time}`
}

/** "14:02:31": for the moments at which something was sent or answered. */
export function exactTime(at: number) {
  return clockWithSeconds.format(at)
}

/** "14:02:31" today, otherwise with the day before it. */
export function exactMoment(at: number, now = Date.now()) {
  const time = exactTime(at)
  return day.format(at) === day.format(now) ? time : `${day.format(at)}, ${time}`
}

/** The time of day of an API timestamp; "at an unknown time" for what is no timestamp. */
export function exactTimeOf(timestamp: string | null) {
  const at = Date.parse(timestamp ?? '')
  return Number.isNaN(at) ? 'at an unknown time' : exactTime(at)
}

/** An API timestamp in this reader's zone and in UTC; null for what is no timestamp. */
export function localAndUtc(timestamp: string | null) {
  const at = timestamp === null ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(at) ? null : { local: local.format(at), utc: `${utc.format(at)} UTC` }
}
