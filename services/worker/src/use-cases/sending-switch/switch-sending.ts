import type { Campaign } from '@abitly/database'
import { counted, stampText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { adminName, loadAdminNames } from '../admin/admin-name.ts'
import { audit } from '../admin/audit.ts'
import { titleArguments } from '../campaigns/card-heading.ts'
import { campaignsButton } from '../campaigns/card-keyboard.ts'
import type { CampaignJob, Step } from '../step.ts'
import type { View } from '../view.ts'
import type { AdminVisit } from '../visit.ts'

/** A campaign that has not ended, and how many recipients it has left. */
interface Unfinished {
  campaign: Campaign
  waits: number
}

/** Stops all bulk sends of the fleet at once; says since when, by whom, and what waits. */
export async function stopSending(visit: AdminVisit): Promise<Step> {
  const { repos, student, tr, now } = visit
  const stopped = await repos.sendingSwitch.stop(student.userId, now)
  if (stopped) await audit(visit, 'sending.stop')
  const state = (await repos.sendingSwitch.state()) ?? { by: student.userId, at: now }
  const stop = await describeStop(visit, state)
  const heading = stopped
    ? tr.text('sending-stopped', { time: stop.time })
    : tr.text('sending-stopped-already', stop)
  return answer(tr, heading, await unfinished(visit), ['campaign.show-progress'])
}

/** Lets all bulk sends go on. */
export async function resumeSending(visit: AdminVisit): Promise<Step> {
  const { repos, tr, now } = visit
  const state = await repos.sendingSwitch.state()
  const resumed = await repos.sendingSwitch.resume()
  if (!resumed || state === null) {
    return { view: { text: tr.text('sending-not-stopped') }, previousMessageId: null }
  }
  await audit(visit, 'sending.resume', { stoppedBy: String(state.by) })
  const stop = await describeStop(visit, state)
  const heading = [
    tr.text('sending-resumed', { time: stampText(tr, now, now) }),
    tr.text('sending-resumed-after', stop),
  ].join('\n\n')
  return answer(tr, heading, await unfinished(visit), ['campaign.wake', 'campaign.show-progress'])
}

async function describeStop({ repos, tr, now }: AdminVisit, { by, at }: { by: bigint; at: Date }) {
  const names = await loadAdminNames(repos.students, [by])
  return { who: adminName(tr, names, by), time: stampText(tr, at, now) }
}

async function unfinished({ repos }: AdminVisit): Promise<Unfinished[]> {
  const found: Unfinished[] = []
  for (const campaign of await repos.campaigns.unsettled()) {
    if (campaign.state === 'cancelled') continue
    // As its card knows: counting rows could hold up, or even roll back, the stop itself.
    found.push({ campaign, waits: campaign.size - (campaign.card?.done ?? 0) })
  }
  return found
}

function answer(
  tr: Translator,
  heading: string,
  campaigns: readonly Unfinished[],
  jobs: readonly CampaignJob['job'][],
): Step {
  const view: View = {
    text: `${heading}\n\n${waitingText(tr, campaigns)}`,
    keyboard: [[campaignsButton(tr)]],
  }
  const each = campaigns.flatMap(({ campaign }) => jobs.map((job) => ({ job, campaignId: campaign.id })))
  return { view, previousMessageId: null, jobs: each }
}

function waitingText(tr: Translator, campaigns: readonly Unfinished[]): string {
  if (campaigns.length === 0) return tr.text('sending-nothing-waits')
  const lines = campaigns.map(({ campaign, waits }) => {
    const args = { ...titleArguments(campaign), ...counted(tr, 'waits', waits) }
    return tr.text(campaign.state === 'paused' ? 'sending-paused' : 'sending-waits', args)
  })
  return lines.join('\n')
}
