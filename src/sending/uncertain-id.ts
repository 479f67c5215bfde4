/** The id of the part of the page that speaks of uncertain sends: where the focus goes to read it. */
export const UNCERTAIN = 'uncertain-sends'
