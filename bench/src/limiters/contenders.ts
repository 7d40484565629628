import { bullmq } from './bullmq.ts'
import type { StartContender } from './contender.ts'
import { ours } from './ours.ts'
import { rateLimiterFlexible } from './rate-limiter-flexible.ts'
import { transformerThrottler } from './transformer-throttler.ts'

/** Our limiter, and what a user would pick instead. */
export const CONTENDERS = {
  ours: ours,
  'transformer-throttler': transformerThrottler,
  'BullMQ limiter': bullmq,
  'rate-limiter-flexible': rateLimiterFlexible,
} as const satisfies Record<string, StartContender>

export type ContenderName = keyof typeof CONTENDERS
export const CONTENDER_NAMES = Object.keys(CONTENDERS) as ContenderName[]
