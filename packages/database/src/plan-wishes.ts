/** What a student wants a plan of applications for; an empty list: anything. */
export interface PlanWishes {
  /** The most wanted first, five at most. */
  specialityCodes: string[]
  regionIds: number[]
  funding: 'budget' | 'contract'
}
