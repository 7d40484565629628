// `.js` on purpose: the server and the page lie differently in dist than in the sources, and tsc refuses
// to rewrite `.ts` across projects then (TS2878). Types only: nothing of this is there at run time.
export type * from '../src/page-api.js'
