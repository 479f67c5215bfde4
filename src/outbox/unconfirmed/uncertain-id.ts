/** The id of the part above every screen that speaks of sends whose end is not known. */
export const UNCERTAIN = 'uncertain-sends'
