/**
 * How long the body of one request may be: a megabyte of 1,000,000 bytes, JSON escapes included. The API
 * publishes no limit. The form, the server's record, practice and the relay all hold to this one.
 */
export const MAX_BODY_BYTES = 1_000_000

/** How long the file of a dataset may be, in bytes. The API publishes no limit for this either. */
export const UPLOAD_LIMIT_BYTES = 200_000_000
