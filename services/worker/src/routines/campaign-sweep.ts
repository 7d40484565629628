import type { Routine } from '@abitly/schedule'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { createSweeper } from '../campaigns/sweep-campaigns.ts'

/** Starts campaigns that are due, takes up what a crash has left behind. */
export function campaignSweep(
  deps: Pick<CampaignDependencies, 'database' | 'producer' | 'clock' | 'logger'>,
): Routine {
  const sweep = createSweeper(deps)
  return async ({ signal }) => {
    await sweep({ signal })
    return {}
  }
}
