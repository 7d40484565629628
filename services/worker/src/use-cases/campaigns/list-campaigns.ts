import type { Campaign } from '@abitly/database'
import { formatCount, momentText } from '@abitly/text'
import type { TextArguments, Translator } from '@abitly/text'
import type { Step } from '../step.ts'
import type { Keyboard } from '../view.ts'
import type { AdminVisit } from '../visit.ts'
import { inRows, pageButtons } from '../keyboard-parts.ts'
import { campaignButton } from './card-keyboard.ts'
import { titleArguments } from './card-heading.ts'
import { newBroadcastButton } from './new-broadcast-button.ts'

/** Counting what was sent takes a while for large campaigns, so a page holds few. */
const PAGE = 6
const BATCH = 100

/** Former campaigns, newest first, a page at a time. */
export async function listCampaigns(visit: AdminVisit, wanted: number): Promise<Step> {
  const { repos, tr, now } = visit
  const all = await startedCampaigns(visit)
  if (all.length === 0) {
    return {
      view: { text: tr.text('campaigns-none'), keyboard: [[newBroadcastButton(tr)]] },
      previousMessageId: null,
    }
  }
  const pages = Math.ceil(all.length / PAGE)
  const page = Math.min(Math.max(0, wanted), pages - 1)
  const shown = all.slice(page * PAGE, (page + 1) * PAGE)
  const rows: string[] = []
  for (const campaign of shown) {
    const { sent } = await repos.deliveries.tally(campaign.id)
    rows.push(rowText(tr, campaign, sent, now))
  }
  const heading = tr.text('campaigns-title', { page: String(page + 1), pages: String(pages) })
  const view = { text: `${heading}\n\n${rows.join('\n')}`, keyboard: keyboard(tr, shown, page, pages) }
  return { view, previousMessageId: null }
}

/** Drafts that were given up never were campaigns. */
async function startedCampaigns({ repos }: AdminVisit): Promise<Campaign[]> {
  const found: Campaign[] = []
  for (let before: number | null = null; ;) {
    const batch: Campaign[] = await repos.campaigns.list({ limit: BATCH, before })
    found.push(...batch.filter(({ startedAt, startsAt }) => startedAt !== null || startsAt !== null))
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH) return found
    before = last.number
  }
}

function rowText(tr: Translator, campaign: Campaign, sent: number, now: Date): string {
  const { kind, startedAt, startsAt, createdAt, size } = campaign
  const when = momentText(tr, startedAt ?? startsAt ?? createdAt, now)
  const counts = { sent: formatCount(tr.language, sent), size: formatCount(tr.language, size) }
  const args = { ...titleArguments(campaign), when, state: stateText(tr, campaign, counts) }
  return tr.text(kind === 'broadcast' ? 'campaigns-row' : 'campaigns-row-kind', args)
}

function stateText(tr: Translator, { state }: Campaign, counts: TextArguments): string {
  switch (state) {
    case 'draft':
    case 'scheduled':
      return tr.text('campaigns-scheduled')
    case 'planning':
      return tr.text('campaigns-planning')
    case 'running':
      return tr.text('campaigns-running', counts)
    case 'paused':
      return tr.text('campaigns-paused', counts)
    case 'finished':
      return tr.text('campaigns-finished', counts)
    case 'cancelled':
      return tr.text('campaigns-cancelled', counts)
  }
}

function keyboard(tr: Translator, shown: readonly Campaign[], page: number, pages: number): Keyboard {
  const open = shown.map((campaign) =>
    campaignButton(campaign, 'open', tr.text('button-campaign', { number: String(campaign.number) })),
  )
  const turn = pageButtons(tr, page, pages, (to) => ({ kind: 'admin', ask: { kind: 'campaigns', page: to } }))
  return [...inRows(open, 3), ...turn, [newBroadcastButton(tr)]]
}
