import type { Campaign } from '@abitly/database'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import { leaveDialogue } from '../admin/leave-dialogue.ts'

/** Asks for another time for a campaign that is scheduled already; it stays scheduled until there is one. */
export async function askOtherTime(visit: AdminVisit, { id, number }: Campaign): Promise<Step> {
  const before = await leaveDialogue(visit)
  return askBroadcast(visit, { step: 'time', draft: { campaignId: id, number } }, before)
}
