import { describe, expect, it } from 'vitest'
import { judgeWebhook } from './judge-webhook.ts'
import type { WebhookInfo } from './judge-webhook.ts'

const URL_OF_OURS = 'https://bot.example.org/telegram/webhook'
const NOW = new Date('2026-07-24T09:00:00Z')
const secondsAgo = (seconds: number): number => NOW.getTime() / 1_000 - seconds
const info = (more: Partial<WebhookInfo>): WebhookInfo => ({
  url: URL_OF_OURS,
  pending_update_count: 0,
  ...more,
})
const judge = (more: Partial<WebhookInfo>) => judgeWebhook(info(more), URL_OF_OURS, NOW)

describe('the webhook', () => {
  it.each<[string, Partial<WebhookInfo>, string | undefined]>([
    ['well', {}, undefined],
    ['well with 1000 pending', { pending_update_count: 1_000 }, undefined],
    ['behind with 1001 pending', { pending_update_count: 1_001 }, 'pending'],
    ['failing when it failed 5 minutes ago', { last_error_date: secondsAgo(300) }, 'errors'],
    ['well when it failed before that', { last_error_date: secondsAgo(301) }, undefined],
    ['unset', { url: '' }, 'unset'],
    ['elsewhere', { url: 'https://other.example/path' }, 'elsewhere'],
    ['elsewhere on another path', { url: `${URL_OF_OURS}/` }, 'elsewhere'],
    [
      'first of all elsewhere',
      { url: 'https://other.example', last_error_date: secondsAgo(1), pending_update_count: 9_999 },
      'elsewhere',
    ],
  ])('is %s', (_what, more, problem) => {
    expect(judge(more).found.map((one) => one.kind === 'webhook' && one.problem)).toEqual(
      problem === undefined ? [] : [problem],
    )
  })

  it('tells the reason, what waits and the host alone', () => {
    const url = 'https://other.example:8443/secret/path'
    const reason = 'Wrong response from the webhook: 503 Service Unavailable'
    expect(judge({ url, pending_update_count: 7, last_error_message: reason }).found).toEqual([
      {
        ...{ kind: 'webhook', id: 'webhook', ageMs: 0, problem: 'elsewhere' },
        ...{ pending: 7, host: 'other.example:8443', error: reason },
      },
    ])
  })

  it('is all that this look can call well', () => {
    expect(['webhook', 'backlog', 'role:ingress'].filter(judge({}).checked)).toEqual(['webhook'])
  })
})
