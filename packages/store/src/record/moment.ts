import type { Instant } from '@hengjian/law'

/** A moment of the machine's clock (milliseconds since 1970) as legal time with milliseconds, `+08:00`. */
export function legalInstant(milliseconds: number): Instant {
  return `${new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00` as Instant
}

/** The same moment spelled in legal time to the millisecond. Throws RangeError on a text that is not an instant. */
export function inLegalTime(at: Instant): Instant {
  const milliseconds = Date.parse(at)
  if (Number.isNaN(milliseconds)) throw new RangeError(`'${at}' is not an instant`)
  return legalInstant(milliseconds)
}
