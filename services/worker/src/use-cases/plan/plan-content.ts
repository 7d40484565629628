import type { SavedPlan } from '@abitly/database'
import { z } from 'zod'

/** A plan as it is kept. Entries by priority; what they mean to the student is reckoned when it is shown. */
const planContent = z.object({
  year: z.int(),
  wishes: z.object({
    specialityCodes: z.array(z.string()),
    regionIds: z.array(z.int()),
    funding: z.enum(['budget', 'contract']),
  }),
  total: z.int(),
  eligible: z.int(),
  entries: z.array(z.object({ offerId: z.int() })),
  /** Of the grades it was made from; plans of former versions have none. */
  gradesMark: z.string().optional(),
})

export type PlanContent = z.infer<typeof planContent>

/** A kept plan; null when another version wrote it. */
export function planOf(saved: SavedPlan | null): PlanContent | null {
  return saved === null ? null : (planContent.safeParse(saved.content).data ?? null)
}
