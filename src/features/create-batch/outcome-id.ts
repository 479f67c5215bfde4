/** The id of the notice about the last attempt: where the focus goes when it has to be read first. */
export const OUTCOME = 'outcome'
