import type { DeliveryState, ScheduleRun } from '@abitly/database'
import {
  counted,
  durationText,
  escapeHtml,
  formatCount,
  momentText,
  plainName,
  stampText,
} from '@abitly/text'
import type { Translator } from '@abitly/text'
import { tallySum } from '../campaigns/tally-texts.ts'
import type { Keyboard, View } from '../view.ts'
import type { PlatformState } from './platform-state.ts'

/** A task of the timetable, its last run that has ended, and what became of its messages. */
export interface TaskState {
  name: string
  next: Date
  run: ScheduleRun | null
  tally: Readonly<Record<DeliveryState, number>> | null
}

export interface HealthFacts {
  platform: PlatformState
  tasks: readonly TaskState[]
  /** Updates that wait at Telegram; null: nobody has asked. */
  webhook: number | null
  deadLetters: number
  now: Date
}

/** More would fill the message; their number stands in the headline. */
const SHOWN = 8
const LONGEST_ID = 60

/** The state of the platform on one screen; what is folded is the schedule. */
export function healthView(tr: Translator, facts: HealthFacts): View {
  const { platform, tasks } = facts
  const paragraphs = [
    [
      headline(tr, facts),
      ...platform.alerts.slice(0, SHOWN).map((alert) => alertLine(tr, alert, facts.now)),
    ].join('\n'),
    `<pre>${roleLines(platform)}</pre>`,
    [workLine(tr, platform), storesLine(tr, platform), outsideLine(tr, facts)].join('\n'),
    `<blockquote expandable>${tasks.map((task) => taskLines(tr, task, facts.now)).join('\n')}</blockquote>`,
  ]
  return { text: paragraphs.join('\n\n'), keyboard: keyboard(tr) }
}

function headline(tr: Translator, { platform, now }: HealthFacts): string {
  const { length } = platform.alerts
  const time = stampText(tr, now, now)
  return length === 0
    ? tr.text('health-well', { time })
    : tr.text('health-ill', { time, ...counted(tr, 'n', length) })
}

function alertLine(tr: Translator, { id, since }: PlatformState['alerts'][number], now: Date): string {
  return tr.text('health-alert', {
    id: escapeHtml(plainName(id, LONGEST_ID)),
    since: stampText(tr, since, now),
  })
}

function roleLines({ roles }: PlatformState): string {
  const width = Math.max(0, ...roles.map(({ service }) => service.length))
  return roles
    .map(({ service, alive, known }) => escapeHtml(`${service.padEnd(width)} ${alive}/${known}`))
    .join('\n')
}

function workLine(tr: Translator, { waitingChats, oldestMs, leader }: PlatformState): string {
  const queue =
    waitingChats === 0
      ? tr.text('health-queue-empty')
      : tr.text('health-queue', {
          ...counted(tr, 'n', waitingChats),
          oldest: durationText(tr, oldestMs / 1_000),
        })
  const who =
    leader === null ? tr.text('health-no-leader') : tr.text('health-leader', { who: escapeHtml(leader) })
  return `${queue} · ${who}`
}

function storesLine(tr: Translator, { databaseMs, redisMs, persistent }: PlatformState): string {
  const ms = { database: formatCount(tr.language, databaseMs), redis: formatCount(tr.language, redisMs) }
  return tr.text(persistent ? 'health-stores' : 'health-stores-volatile', ms)
}

function outsideLine(tr: Translator, { webhook, deadLetters }: HealthFacts): string {
  const letters = tr.text('health-dead-letters', { n: formatCount(tr.language, deadLetters) })
  return webhook === null
    ? letters
    : `${tr.text('health-webhook', { n: formatCount(tr.language, webhook) })} · ${letters}`
}

function taskLines(tr: Translator, { name, next, run, tally }: TaskState, now: Date): string {
  const task = `<code>${escapeHtml(name)}</code>`
  const upcoming = tr.text('health-next', { task, next: momentText(tr, next, now) })
  if (run === null) return `${upcoming} · ${tr.text('health-never')}`
  const outcome = tr.text('health-last', { outcome: run.state, slot: momentText(tr, run.slot, now) })
  return tally === null ? `${upcoming} · ${outcome}` : `${upcoming} · ${outcome}: ${tallySum(tr, tally)}`
}

function keyboard(tr: Translator): Keyboard {
  const refresh = {
    text: tr.text('button-refresh'),
    press: { kind: 'admin', ask: { kind: 'health' } },
  } as const
  return [[refresh]]
}
