import type { Campaign } from '@abitly/database'
import { atStampText, durationText, momentText, stampText } from '@abitly/text'
import type { TextArguments, Translator } from '@abitly/text'
import { adminName } from '../admin/admin-name.ts'
import type { AdminNames } from '../admin/admin-name.ts'
import type { CardFacts } from './card-facts.ts'

/** Which campaign, where it stands, and who or what brought it there. */
export function cardHeading(tr: Translator, { campaign, stop, names, now }: CardFacts): string {
  const title = titleArguments(campaign)
  switch (campaign.state) {
    case 'draft':
      return tr.text('campaign-draft', title)
    case 'scheduled': {
      const when = momentText(tr, campaign.startsAt ?? now, now)
      return tr.text('campaign-scheduled', { ...title, when })
    }
    case 'planning':
      return tr.text('campaign-planning', title)
    case 'running':
      return tr.text(stop === null ? 'campaign-running' : 'campaign-stopped', title)
    case 'paused':
      return pausedHeading(tr, campaign, names, now)
    case 'finished':
      return finishedHeading(tr, campaign, now)
    case 'cancelled':
      return tr.text('campaign-cancelled', { ...title, ...changed(tr, campaign, names, now) })
  }
}

/** What every text about a campaign names it by. */
export function titleArguments({ kind, number }: Pick<Campaign, 'kind' | 'number'>): TextArguments {
  return { kind, number: String(number) }
}

/** Who made the last transition, and when. */
function changed(tr: Translator, campaign: Campaign, names: AdminNames, now: Date): TextArguments {
  const { changedBy, changedAt } = campaign
  return { who: adminName(tr, names, changedBy), time: stampText(tr, changedAt ?? now, now) }
}

function pausedHeading(tr: Translator, campaign: Campaign, names: AdminNames, now: Date): string {
  const title = titleArguments(campaign)
  const { reason, by, at, until } = campaign.pause ?? { reason: 'admin', by: null, at: now, until: null }
  if (reason === 'flood' && until !== null) {
    const wait = durationText(tr, (until.getTime() - at.getTime()) / 1000)
    return tr.text('campaign-paused-flood', { ...title, until: stampText(tr, until, now), wait })
  }
  const time = stampText(tr, at, now)
  if (reason === 'errors' && until !== null) {
    return tr.text('campaign-paused-outage', { ...title, until: stampText(tr, until, now) })
  }
  if (reason === 'errors') return tr.text('campaign-paused-errors', { ...title, time })
  return tr.text('campaign-paused-by', { ...title, who: adminName(tr, names, by), time })
}

function finishedHeading(tr: Translator, campaign: Campaign, now: Date): string {
  const { startedAt, finishedAt } = campaign
  const end = finishedAt ?? now
  const duration = durationText(tr, (end.getTime() - (startedAt ?? end).getTime()) / 1000)
  return tr.text('campaign-finished', {
    ...titleArguments(campaign),
    when: atStampText(tr, end, now),
    duration,
  })
}
