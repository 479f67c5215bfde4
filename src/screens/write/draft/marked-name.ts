const MARK = / ?![\w-]+$/

/** The mark of a failure to rehearse (`!429`) at the end of a batch name; '' when there is none. */
export function markOf(name: string) {
  return MARK.exec(name)?.[0].trim() ?? ''
}

/**
 * The batch name with the mark of a failure to rehearse at its end (`!429`), in place of any other mark.
 * What is no mark changes nothing.
 */
export function markedName(name: string, mark: string) {
  if (!/^![\w-]+$/.test(mark)) return name
  return `${name.replace(MARK, '') || 'Rehearsal'} ${mark}`
}
