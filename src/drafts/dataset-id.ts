/** A UUID, or the 24 digits of the API's own example. */
export function isDatasetId(id: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id.trim()) || looksLikeAnotherId(id)
}

/** 24 hexadecimal digits: the form of workspace and study ids, doubtful for a dataset. */
export function looksLikeAnotherId(id: string) {
  return /^[0-9a-f]{24}$/i.test(id.trim())
}
