import { audit } from '../admin/audit.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import { leaveDialogue } from '../admin/leave-dialogue.ts'

/** Asks for the content of a new broadcast, whatever was being asked before. */
export async function beginBroadcast(visit: AdminVisit): Promise<Step> {
  const before = await leaveDialogue(visit)
  await audit(visit, 'broadcast.begin')
  return askBroadcast(visit, { step: 'content', draft: null, then: 'audience', album: null }, before)
}
