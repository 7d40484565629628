import type { Campaign } from '@abitly/database'
import { createTestDatabase, queryOnce } from '@abitly/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useScene } from '../../campaigns/testing/use-scene.ts'
import { ADMIN_NAMES, ADMINS, chatOn } from '../testing/admin-scene.ts'
import { checkLimits } from '../testing/check-limits.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const [FIRST, SECOND] = ADMINS
const [FIRST_NAME, SECOND_NAME] = ADMIN_NAMES
/** 13:10 in Kyiv. */
const NOW = new Date('2026-07-24T10:10:00Z')
let first: TestChat
let second: TestChat
let campaign: Campaign

const found = () => scene.found(campaign)
const repositories = () => scene.database.repositories

/** Ends the first deliveries in these states. */
async function settle(...states: ('sent' | 'failed' | 'unknown')[]): Promise<void> {
  for (const [position, state] of states.entries()) {
    const claim = await repositories().deliveries.claim(campaign.id, position, NOW)
    if (claim.kind !== 'claimed') throw new Error(`Position ${position} is ${claim.kind}`)
    const error = state === 'failed' ? { error: 'chat not found' } : {}
    await repositories().deliveries.record(campaign.id, position, claim.attempt, { state, ...error }, NOW)
  }
}

beforeEach(async () => {
  first = chatOn(scene, FIRST)
  second = chatOn(scene, SECOND)
  for (const chat of [first, second]) chat.clock.value = NOW
  campaign = await scene.running(await scene.students(4))
})

afterEach(() => {
  for (const { replies, toasts } of [first, second]) {
    replies.forEach(checkLimits)
    for (const toast of toasts) expect((toast ?? '').length).toBeLessThanOrEqual(40)
  }
})

/** Opens the card from the list. */
async function open(chat: TestChat): Promise<number> {
  await chat.say('/campaigns')
  await chat.press(`№ ${campaign.number}`)
  return chat.find('Оновити').messageId
}

/** Opens the card and makes it the one that is kept up to date, as the message of «send» is. */
async function openLive(chat: TestChat): Promise<number> {
  const messageId = await open(chat)
  await repositories().campaigns.showCard(campaign.id, { chatId: chat.chatId, messageId, done: 0, at: NOW })
  await chat.press('Оновити')
  return messageId
}

describe('/campaigns', () => {
  it('lists campaigns with their figures, newest first, and opens each', async () => {
    await settle('sent')
    await first.say('/Campaigns')
    expect(first.last().split('\n')[2]).toBe(`<b>№ ${campaign.number}</b> · 24 липня, 13:00 · іде: 1 з 4`)
    await first.press(`№ ${campaign.number}`)
    expect(first.last()).toContain(`📣 <b>Розсилка № ${campaign.number}</b> · іде`)
    expect(first.last()).toContain(`<i>Створено: система, `)
    expect(first.lastButtons()).toEqual(['Пауза | Скасувати…', 'Оновити | ‹ Розсилки'])
    await first.press('‹ Розсилки')
    expect(first.last()).toContain('📣 <b>Розсилки</b> · 1 з ')
  })

  it('turns pages, and leaves out drafts and what was given up', async () => {
    for (let count = 0; count < 6; count += 1) await scene.running(await scene.students(1))
    const draft = await repositories().campaigns.create({
      kind: 'broadcast',
      content: {},
      audience: {},
      createdBy: 1n,
      now: NOW,
    })
    await repositories().campaigns.cancel(draft.id, { by: 1n, now: NOW })
    await first.say('/campaigns')
    expect(first.last()).not.toContain(`№ ${draft.number}<`)
    expect(first.last()).not.toContain(`№ ${campaign.number}<`)
    expect(first.lastButtons().slice(0, 2).join(' | ').split(' | ')).toHaveLength(6)
    await first.press('›')
    expect(first.last()).toContain(`№ ${campaign.number}<`)
    await first.press('‹')
    expect(first.last()).toContain('· 1 з ')
  })
})

describe('a card', () => {
  it('pauses and resumes in place, and wakes what waits', async () => {
    await open(first)
    const [reply] = await first.press('Пауза')
    expect(reply?.method).toBe('editMessageText')
    expect(first.last()).toContain(`· пауза: ${FIRST_NAME}, 13:10:00`)
    expect(await found()).toMatchObject({ state: 'paused', pause: { reason: 'admin', by: BigInt(FIRST) } })
    await first.press('Продовжити')
    expect(await found()).toMatchObject({ state: 'running', changedBy: BigInt(FIRST) })
    expect(first.jobs.map(({ job }) => job)).toEqual([
      'campaign.show-progress',
      'campaign.wake',
      'campaign.show-progress',
    ])
  })

  it('tells the second admin who was first', async () => {
    await open(first)
    await open(second)
    await first.press('Пауза')
    second.clock.value = new Date(NOW.getTime() + 10_000)
    await second.press('Пауза')
    expect(second.toasts.at(-1)).toBe(`Вже на паузі: ${FIRST_NAME}, 13:10:00`)
    expect(second.last()).toContain(`· пауза: ${FIRST_NAME}, 13:10:00`)
    await second.press('Продовжити')
    await first.press('Продовжити')
    expect(first.toasts.at(-1)).toBe(`Уже йде: ${SECOND_NAME}, 13:10:10`)
    expect(await found()).toMatchObject({ state: 'running', changedBy: BigInt(SECOND) })
  })

  it('asks before it cancels, with the number that will not get it', async () => {
    await settle('sent')
    await open(second)
    await second.press('Скасувати…')
    expect(second.last()).toBe(
      `✖️ <b>Розсилка № ${campaign.number}</b> · <b>скасувати?</b>\nНе отримають: <b>3</b>. Уже надіслане залишиться.`,
    )
    expect(second.lastButtons()).toEqual(['Ні, залишити', 'Так, скасувати'])
    await second.press('Ні, залишити')
    expect(await found()).toMatchObject({ state: 'running' })
    await second.press('Скасувати…')
    const { data, messageId } = second.find('Так, скасувати')
    await second.pressData(data, messageId)
    expect(second.toasts.at(-1)).toBe('Скасовано')
    expect(await found()).toMatchObject({ state: 'cancelled', changedBy: BigInt(SECOND) })
    await second.pressData(data, messageId)
    expect(second.toasts.at(-1)).toBe(`Уже скасовано: ${SECOND_NAME}, 13:10:00`)
  })

  it('that is kept up to date leaves the question a message of its own, which becomes the card', async () => {
    const messageId = await openLive(first)
    expect(first.lastButtons()).toEqual(['Пауза | Скасувати…'])
    const [question] = await first.press('Скасувати…')
    expect(question?.method).toBe('sendMessage')
    const asked = first.find('Ні, залишити').messageId
    const replies = await first.press('Ні, залишити')
    expect(replies.map(({ method, payload }) => [method, payload['message_id']])).toEqual([
      ['editMessageReplyMarkup', messageId],
      ['editMessageText', asked],
    ])
    expect(await found()).toMatchObject({ state: 'running', card: { messageId: asked } })
  })

  it('of another admin stays where it is when somebody else acts', async () => {
    const messageId = await openLive(first)
    await open(second)
    await second.press('Скасувати…')
    await second.press('Так, скасувати')
    expect(await found()).toMatchObject({ state: 'cancelled', card: { chatId: BigInt(FIRST), messageId } })
    expect(second.lastButtons()).toContain('Оновити | ‹ Розсилки')
  })

  it('that is over gives its report as a file', async () => {
    await settle('sent', 'sent', 'failed', 'unknown')
    await repositories().campaigns.finish(campaign.id, NOW)
    await open(first)
    expect(first.last()).toContain(
      '4 = 2 надіслано + 1 помилка + 1 невідомо\n\nПомилки: «chat not found» × 1.',
    )
    const replies = await first.press('Звіт CSV')
    expect(replies).toEqual([
      {
        method: 'sendDocument',
        payload: { chat_id: FIRST },
        document: { campaignReport: campaign.id, fileName: `campaign-${campaign.number}.csv` },
      },
    ])
  })

  it('sends what is unknown once more, once', async () => {
    await settle('sent', 'sent', 'unknown', 'unknown')
    await repositories().campaigns.finish(campaign.id, NOW)
    await open(first)
    const { data, messageId } = first.find('Повторити невідомі (2)')
    await first.pressData(data, messageId)
    expect(first.toasts.at(-1)).toBe('Повторюємо: 2')
    expect(await found()).toMatchObject({ state: 'running', card: { messageId } })
    expect((await repositories().deliveries.tally(campaign.id)).pending).toBe(2)
    await first.pressData(data, messageId)
    expect(first.toasts.at(-1)).toBe('Невідомих немає')
    expect(first.jobs.filter(({ job }) => job === 'campaign.wake')).toHaveLength(1)
  })

  it('of a scheduled campaign starts it once, whoever presses', async () => {
    const startsAt = new Date(NOW.getTime() + 60_000)
    const audience = { base: 'all', testChatIds: [], regionIds: [], universityIds: [], specialityCodes: [] }
    campaign = await repositories().campaigns.create({
      kind: 'broadcast',
      content: { kind: 'text', text: 'hi' },
      audience: { ...audience, language: null, activeWithinDays: null },
      createdBy: 1n,
      now: NOW,
    })
    await repositories().campaigns.schedule(campaign.id, { startsAt, by: BigInt(FIRST), now: NOW })
    await open(first)
    await open(second)
    const sendNow = first.lastButtons()[0] ?? ''
    await first.press(sendNow)
    await second.press(sendNow)
    expect(await found()).toMatchObject({ state: 'planning', changedBy: BigInt(FIRST) })
    expect([...first.jobs, ...second.jobs].filter(({ job }) => job === 'campaign.plan')).toHaveLength(1)
  })

  it('of a campaign that is no more leads to the list', async () => {
    await open(first)
    const { messageId } = first.find('Пауза')
    await first.pressData('1:A:c:zzzz:p', messageId)
    expect(first.toasts.at(-1)).toBe('Список оновлено')
    expect(first.last()).toContain('📣 <b>Розсилки</b>')
  })
})

describe('the emergency stop', () => {
  it('stops everything at once, says what waits, and is seen on the cards', async () => {
    await settle('sent')
    await first.say('/StopSending')
    expect(first.last()).toContain('🛑 <b>Розсилки зупинено</b> · 13:10:00')
    expect(first.last()).toContain(`<b>Розсилка № ${campaign.number}</b>: 4 чекають`)
    expect(first.jobs).toContainEqual({ job: 'campaign.show-progress', payload: { campaignId: campaign.id } })
    await second.say('/stopsending')
    expect(second.last()).toContain(`🛑 <b>Розсилки вже зупинено:</b> ${FIRST_NAME}, 13:10:00`)
    await open(second)
    expect(second.last()).toContain(`Зупинено: ${FIRST_NAME}, 13:10:00. Відновити — /resumesending.`)

    await second.say('/resumesending')
    expect(second.last()).toContain(
      `▶️ <b>Розсилки відновлено</b> · 13:10:00\n\nЗупинено було: ${FIRST_NAME}, 13:10:00.`,
    )
    expect(second.jobs).toContainEqual({ job: 'campaign.wake', payload: { campaignId: campaign.id } })
    await first.say('/resumesending')
    expect(first.last()).toBe('Розсилки не зупинено: надсилається все, що розпочато.')
    const actions = await repositories().adminActions.recent(3)
    expect(actions.map(({ adminId, action }) => [adminId, action])).toEqual([
      [BigInt(SECOND), 'sending.resume'],
      [BigInt(SECOND), 'campaigns.list'],
      [BigInt(FIRST), 'sending.stop'],
    ])
  })
})

describe('a stranger', () => {
  const STRANGER = 800_000_001

  it.each(['/broadcast', '/campaigns', '/NotifyOpenDaysUpdate', '/stopsending', '/resumesending'])(
    'sees of %s what any unknown command shows, and nothing is kept of it',
    async (command) => {
      const stranger = chatOn(scene, STRANGER)
      const before = await repositories().adminActions.recent(1)
      await stranger.say('/nonsense')
      const unknown = stranger.last()
      await stranger.say(command)
      expect(stranger.last()).toBe(unknown)
      expect(await repositories().adminActions.recent(1)).toEqual(before)
      expect(await repositories().sendingSwitch.state()).toBeNull()
    },
  )

  it('who presses a button of admins sees what any unknown button shows', async () => {
    await open(first)
    const pause = first.find('Пауза').data
    const stranger = chatOn(scene, STRANGER)
    await stranger.say('/start')
    const { messageId } = stranger.find('Допомога')
    await stranger.pressData('1:zz', messageId)
    const [unknown, toasts] = [stranger.last(), [...stranger.toasts]]
    await stranger.pressData(pause, messageId)
    expect(stranger.last()).toBe(unknown)
    expect(stranger.toasts).toEqual([...toasts, ...toasts])
    expect(await found()).toMatchObject({ state: 'running' })
  })

  it('who was an admin until now gets no further', async () => {
    await first.say('/broadcast')
    const { data } = first.find('Скасувати')
    const demoted = testChat({ userId: FIRST, adminIds: [], repos: repositories() })
    await demoted.say('Текст')
    expect(demoted.last()).toContain('За цими словами нічого немає')
    await demoted.pressData(data, demoted.find('‹ Меню').messageId)
    expect(demoted.last()).toContain('<b>Меню</b>')
  })
})
