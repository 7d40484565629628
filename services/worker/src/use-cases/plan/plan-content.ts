import type { SavedPlan } from '@abitly/database'
import { z } from 'zod'

const entry = z.object({
  offerId: z.int(),
  band: z.enum(['ambitious', 'realistic', 'safe']),
  /** Null: no chance can be told. */
  tier: z.enum(['high', 'medium', 'low', 'very-low']).nullable(),
  /** To last year's lowest score, in thousandths; null: there is none. */
  margin: z.int().nullable(),
})

/** A plan as it is kept: figures stay what they were when it was made. Entries by priority. */
const planContent = z.object({
  year: z.int(),
  wishes: z.object({
    specialityCodes: z.array(z.string()),
    regionIds: z.array(z.int()),
    funding: z.enum(['budget', 'contract']),
  }),
  total: z.int(),
  eligible: z.int(),
  entries: z.array(entry),
  /** ISO moment of the oldest numbers. */
  dataAt: z.string(),
})

export type PlanContent = z.infer<typeof planContent>
export type PlanEntry = z.infer<typeof entry>

/** A kept plan; null when another version wrote it. */
export function planOf(saved: SavedPlan | null): PlanContent | null {
  return saved === null ? null : (planContent.safeParse(saved.content).data ?? null)
}
