import { describe, expect, it } from 'vitest'
import { WEBHOOK_PATH, webhookAddress } from './webhook-url.ts'

describe('webhookAddress', () => {
  it.each([
    ['https://bot.example', `https://bot.example${WEBHOOK_PATH}`],
    ['https://bot.example/', `https://bot.example${WEBHOOK_PATH}`],
    ['https://bot.example:8443', `https://bot.example:8443${WEBHOOK_PATH}`],
    ['http://127.0.0.1:3000', `http://127.0.0.1:3000${WEBHOOK_PATH}`],
    [`https://bot.example${WEBHOOK_PATH}`, `https://bot.example${WEBHOOK_PATH}`],
    ['https://proxy.example/teams/bot', 'https://proxy.example/teams/bot'],
    ['https://bot.example/?via=cdn', `https://bot.example${WEBHOOK_PATH}?via=cdn`],
  ])('of %s is %s', (given, expected) => expect(webhookAddress(given)).toBe(expected))
})
