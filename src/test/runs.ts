/**
 * How often a long test repeats itself: a few times with every `npm test`, as often as `RUNS` says in
 * `npm run soak`.
 */
export const runsOr = (few: number) => Number(process.env['RUNS'] || few)
