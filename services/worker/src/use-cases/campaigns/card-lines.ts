import { counted, displayName, durationText, formatCount, stampText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { adminName } from '../admin/admin-name.ts'
import { isQuiet } from '../quiet-hours.ts'
import type { CardFacts } from './card-facts.ts'
import { percentOf, progressBar } from './progress-bar.ts'
import { settledOf, totalOf, waitingOf } from './tally-sums.ts'
import { tallyLine, tallySum, tallyTable } from './tally-texts.ts'

/** What stands below the heading, paragraph by paragraph. */
export function cardLines(tr: Translator, facts: CardFacts): string[] {
  switch (facts.campaign.state) {
    case 'draft':
      return []
    case 'scheduled':
      return scheduledLines(tr, facts)
    case 'planning':
      return [
        tr.text('campaign-planned', counted(tr, 'recipients', facts.campaign.size)),
        ...stopLines(tr, facts),
      ]
    case 'running':
      return runningLines(tr, facts)
    case 'paused':
      return [
        `${tallyLine(tr, facts.tally)} ${tr.text('campaign-nothing-lost')}`,
        ...errorLines(tr, facts),
        ...stopLines(tr, facts),
      ]
    case 'finished':
    case 'cancelled':
      return endedLines(tr, facts)
  }
}

function scheduledLines(tr: Translator, { campaign, expected, now }: CardFacts): string[] {
  return [
    ...(expected === null ? [] : [tr.text('campaign-expected', counted(tr, 'recipients', expected))]),
    ...(isQuiet(campaign.startsAt ?? now) ? [tr.text('quiet-hours')] : []),
  ]
}

function runningLines(tr: Translator, facts: CardFacts): string[] {
  const { tally, now } = facts
  const settled = settledOf(tally)
  const percent = String(percentOf(settled, totalOf(tally)))
  const bar = `<code>${progressBar(settled, totalOf(tally))}</code>`
  const time = stampText(tr, now, now)
  return [
    `${bar} ${tr.text('campaign-percent', { percent })}`,
    `<pre>${tallyTable(tr, tally)}</pre>`,
    ...(facts.stop === null ? [speedLine(tr, facts, time)] : stopLines(tr, facts)),
  ]
}

/** A campaign that has come to a standstill has no time to go by. */
function speedLine(tr: Translator, { tally, ratePerSecond }: CardFacts, time: string): string {
  if (ratePerSecond === null || ratePerSecond <= 0) return tr.text('campaign-as-of', { time })
  const rate = formatCount(tr.language, Math.max(1, Math.round(ratePerSecond)))
  const left = durationText(tr, waitingOf(tally) / ratePerSecond)
  return tr.text('campaign-speed', { rate, left, time })
}

function stopLines(tr: Translator, { stop, names, now }: CardFacts): string[] {
  if (stop === null) return []
  const time = stampText(tr, stop.at, now)
  return [tr.text('campaign-emergency-stop', { who: adminName(tr, names, stop.by), time })]
}

function endedLines(tr: Translator, facts: CardFacts): string[] {
  if (facts.campaign.startedAt === null) return [tr.text('campaign-never-began')]
  if (totalOf(facts.tally) === 0) return [tr.text('campaign-nobody')]
  return [tallySum(tr, facts.tally), ...errorLines(tr, facts), ...unknownLines(tr, facts)]
}

function errorLines(tr: Translator, { errors }: CardFacts): string[] {
  if (errors.length === 0) return []
  const each = errors.map(({ error, count }) =>
    tr.text('campaign-error', { error: displayName(error), count: formatCount(tr.language, count) }),
  )
  return [tr.text('campaign-errors', { errors: each.join(', ') })]
}

function unknownLines(tr: Translator, { campaign, tally }: CardFacts): string[] {
  if (tally.unknown === 0) return []
  const policy = campaign.resendUnknown ? 'resend' : 'keep'
  return [tr.text('campaign-unknown', { unknown: formatCount(tr.language, tally.unknown), policy })]
}
