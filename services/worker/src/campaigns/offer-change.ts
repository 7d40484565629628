import { z } from 'zod'
import { MODELLED_PARTS } from '../use-cases/offer/data-lines.ts'

const names = z.object({ uk: z.string(), en: z.string().nullable() })
const tier = z.enum(['high', 'medium', 'low', 'very-low', 'none']).nullable()
const whole = z.int().nullable()

/** What an offer means to a student at one moment, as far as it is told. */
const standing = z.object({
  /** Both null: there is no rank. */
  rankBest: whole,
  rankWorst: whole,
  /** Null: no chance can be told. */
  tier,
  /** Lowest score that won a state-funded place, in thousandths. */
  cutoff: whole,
  /** Applications. */
  applied: whole,
})

/** What has changed for one student in one followed offer. */
export const offerChange = z.object({
  offerId: z.int(),
  year: z.int(),
  specialityCode: z.string(),
  programme: names,
  university: names,
  before: standing,
  now: standing,
  /** What of it has changed; nothing else is told. */
  told: z.array(z.enum(['standing', 'cutoff', 'applied'])).min(1),
  /** What rank and chance rest on that is invented. */
  modelled: z.array(z.enum(MODELLED_PARTS)).default([]),
  /** The moment of the numbers. */
  dataAt: z.iso.datetime(),
})
export type OfferChange = z.infer<typeof offerChange>
