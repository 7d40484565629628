import { beforeEach, describe, expect, it } from 'vitest'
import { linkTokenId } from '@abitly/queue'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const OLENA = { id: '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001', firstName: 'Олена', lastName: 'К.' }
const ANDRIY = { id: '1b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0002', firstName: 'Андрій <b>', lastName: null }
const SITE = 'https://abitly.example/link'
const MINUTE = 60_000
const INVALID =
  '⌛️ <b>Це посилання вже не діє</b>\nВоно одноразове й живе 10 хвилин. Отримай нове на сайті — твої дані в боті на місці.'

let fake: ReturnType<typeof fakeRepositories>
let chat: TestChat
let other: TestChat
/** Tokens nobody has redeemed yet, and the accounts they stand for. */
let tokens: Map<string, string>

beforeEach(() => {
  fake = fakeRepositories()
  fake.data.accounts.push(OLENA, ANDRIY)
  fake.data.accountResults.set(OLENA.id, [
    { nmtYear: 2025, source: 'account', grades: { ukr: 180, math: 190, hist: 170, phys: 185 } },
  ])
  tokens = new Map([
    ['olena', OLENA.id],
    ['olena2', OLENA.id],
    ['andriy', ANDRIY.id],
    ['nobody', '2b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0003'],
  ])
  chat = open(500)
  other = open(501, 'en')
})

function open(userId: number, languageCode = 'uk'): TestChat {
  const linkTokens = {
    claim: async (token: string) => {
      const webUserId = tokens.get(token)
      tokens.delete(token)
      if (webUserId === undefined) return { kind: 'unknown' as const }
      return { kind: 'claimed' as const, webUserId }
    },
  }
  return testChat({ repos: fake.repos, userId, languageCode, linkTokens, accountLinkUrl: SITE })
}

const accountOf = (one: TestChat): string | null | undefined => fake.data.students.get(one.chatId)?.webUserId
const records = () => fake.data.linkRecords.map(({ event, chatId, webUserId }) => [event, chatId, webUserId])
const events = () => fake.data.accountEvents.map(({ event, chatId, webUserId }) => [event, chatId, webUserId])
const later = (one: TestChat, ms: number): void => {
  one.clock.value = new Date(one.clock.value.getTime() + ms)
}

describe('a link from the website', () => {
  it('links the chat, shows what the account has brought, and tells the website', async () => {
    await chat.say('/start link_olena')
    expect(chat.last()).toBe(
      '✅ <b>Чат з’єднано з акаунтом Abitly</b>\nАкаунт: Олена К.\nБали НМТ 2025 вже тут: 180 · 190 · 170 · 185.',
    )
    expect(chat.lastButtons()).toEqual(['Профіль | ‹ Меню'])
    expect(accountOf(chat)).toBe(OLENA.id)
    expect(fake.data.linkRecords).toMatchObject([{ event: 'linked', tokenId: linkTokenId('olena') }])
    expect(events()).toEqual([['linked', 500n, OLENA.id]])
    expect(chat.jobs).toEqual([{ job: 'account-events.publish', payload: {} }])
  })

  it('says of an account without grades that it has none', async () => {
    await chat.say('/start link_andriy')
    expect(chat.last()).toContain('Акаунт: Андрій &lt;b&gt;\nБалів НМТ у ньому ще немає')
  })

  it('says which own entries the account’s grades take the place of', async () => {
    const own = (nmtYear: number) => ({ nmtYear, source: 'own' as const, grades: { ukr: 150 } })
    fake.data.results.set(chat.chatId, [own(2024), own(2023)])
    await chat.say('/start link_olena')
    expect(chat.last()).not.toContain('не враховую')
    await chat.press('Профіль')
    await chat.press('Від’єднати…')
    await chat.press('Від’єднати')
    fake.data.results.set(chat.chatId, [own(2025), own(2024)])
    await chat.say('/start link_olena2')
    expect(chat.last()).toBe(
      '✅ <b>Чат з’єднано з акаунтом Abitly</b>\nАкаунт: Олена К.\nБали НМТ 2025 вже тут: 180 · 190 · 170 · 185.\n\n' +
        'Твої записи за 2025 рік поки не враховую: діють бали акаунта.',
    )
  })

  it('pressed once more says that it is done, and changes nothing', async () => {
    await chat.say('/start link_olena')
    await chat.say('/start link_olena')
    expect(chat.last()).toContain('<b>Цей чат уже з’єднано з цим акаунтом</b>\nАкаунт: Олена К.')
    expect(records()).toHaveLength(1)
  })

  it('with another token for the same account says the same', async () => {
    await chat.say('/start link_olena')
    await chat.say('/start link_olena2')
    expect(chat.last()).toContain('<b>Цей чат уже з’єднано з цим акаунтом</b>')
    expect(events()).toHaveLength(1)
  })

  it.each(['', 'never-issued', 'a b', 'x'.repeat(500), '<b>&'])(
    'that is no good (%j) says so, the same for all, and repeats no token',
    async (token) => {
      const replies = await chat.say(`/start link_${token}`)
      expect(chat.last()).toBe(INVALID)
      expect(chat.lastButtons()).toEqual(['Нове посилання', '‹ Меню'])
      if (token !== '') expect(JSON.stringify(replies)).not.toContain(token)
      expect(records()).toEqual([])
    },
  )

  it('used by somebody else says the same', async () => {
    await other.say('/start link_olena')
    await chat.say('/start link_olena')
    expect(chat.last()).toBe(INVALID)
    expect(accountOf(chat)).toBeNull()
  })

  it('to an account that is gone says the same', async () => {
    await chat.say('/start link_nobody')
    expect(chat.last()).toBe(INVALID)
  })

  it('that this chat once used, but is linked by no longer, says the same', async () => {
    await chat.say('/start link_olena')
    await chat.say('/myprofile')
    await chat.press('Від’єднати…')
    await chat.press('Від’єднати')
    await chat.say('/start link_olena')
    expect(chat.last()).toBe(INVALID)
  })
})

describe('a chat that guesses tokens', () => {
  it('waits after the tenth, and a good token is neither taken nor spent meanwhile', async () => {
    for (let time = 0; time < 10; time += 1) await chat.say(`/start link_guess${time}`)
    expect(chat.last()).toBe(INVALID)
    await chat.say('/start link_olena')
    expect(chat.last()).toMatch(/^Забагато спроб\. Наступна — (о|об) \d\d:\d\d\.$/)
    expect(tokens.has('olena')).toBe(true)
    await other.say('/start link_andriy')
    expect(accountOf(other)).toBe(ANDRIY.id)
    later(chat, 60 * MINUTE)
    await chat.say('/start link_olena')
    expect(accountOf(chat)).toBe(OLENA.id)
  })
})

describe('an account that is linked to another chat', () => {
  beforeEach(async () => {
    await other.say('/start link_olena')
    await chat.say('/start link_olena2')
  })

  it('is asked about before anything changes', () => {
    expect(chat.last()).toBe(
      '<b>Цей акаунт уже з’єднано з іншим чатом Telegram.</b>\nПеренести зв’язок сюди? Тому чату я про це напишу.',
    )
    expect(chat.lastButtons()).toEqual(['Перенести сюди', 'Залишити як є'])
    expect(accountOf(other)).toBe(OLENA.id)
    expect(JSON.stringify(chat.replies)).not.toContain('olena2')
  })

  it('moves when that is confirmed, and the old chat is told in its language, as part of the same update', async () => {
    const replies = await chat.press('Перенести сюди')
    expect(accountOf(chat)).toBe(OLENA.id)
    expect(accountOf(other)).toBeNull()
    expect(chat.last()).toContain('✅ <b>Чат з’єднано')
    const told = replies.find(({ payload }) => payload['chat_id'] === 501)
    expect(told?.payload['text']).toContain('The link to the Abitly account has moved')
    expect(told?.payload).toMatchObject({ disable_notification: false })
    expect(records().at(-1)).toEqual(['moved', 500n, OLENA.id])
    expect(fake.data.linkRecords.at(-1)).toMatchObject({
      previousChatId: 501n,
      tokenId: linkTokenId('olena2'),
    })
    expect(events().at(-1)).toEqual(['moved', 500n, OLENA.id])
  })

  it('stays when that is chosen', async () => {
    await chat.press('Залишити як є')
    expect(chat.toasts.at(-1)).toBe('Нічого не змінено')
    expect(chat.last()).toContain('<b>Профіль</b>')
    expect(accountOf(other)).toBe(OLENA.id)
    await chat.say('/start link_olena2')
    expect(chat.last()).toBe(INVALID)
  })

  it('waits ten minutes for the answer, and no longer', async () => {
    later(chat, 10 * MINUTE)
    await chat.press('Перенести сюди')
    expect(chat.last()).toBe(INVALID)
    expect(accountOf(other)).toBe(OLENA.id)
  })

  it('is asked about again, and once, when the link is pressed again', async () => {
    await chat.say('/start link_olena2')
    const live = [...chat.messages.values()].filter(({ keyboard }) => keyboard.length > 0)
    expect(live).toHaveLength(1)
    later(chat, 9 * MINUTE)
    await chat.press('Перенести сюди')
    expect(accountOf(chat)).toBe(OLENA.id)
  })

  it('moves once, however often the button is pressed', async () => {
    const { data, messageId } = chat.find('Перенести сюди')
    await chat.pressData(data, messageId)
    await chat.pressData(data, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('Акаунт: Олена К. <i>(з’єднано)</i>')
    expect(events()).toHaveLength(2)
  })

  it('is simply linked when the other chat has let it go meanwhile', async () => {
    await fake.repos.accounts.disconnect(other.chatId)
    const replies = await chat.press('Перенести сюди')
    expect(accountOf(chat)).toBe(OLENA.id)
    expect(replies.some(({ payload }) => payload['chat_id'] === 501)).toBe(false)
    expect(records().at(-1)).toEqual(['linked', 500n, OLENA.id])
  })

  it('is asked about anew when this chat has got another account meanwhile', async () => {
    await fake.repos.accounts.connect(chat.chatId, ANDRIY.id)
    await chat.press('Перенести сюди')
    expect(chat.last()).toContain('<b>Цей чат уже з’єднано з іншим акаунтом:</b> Андрій')
    expect(accountOf(chat)).toBe(ANDRIY.id)
  })
})

describe('a chat that is linked to another account', () => {
  beforeEach(async () => {
    await chat.say('/start link_andriy')
    await chat.say('/start link_olena')
  })

  it('is asked before it is replaced, and keeping is the first answer', () => {
    expect(chat.last()).toBe(
      '<b>Цей чат уже з’єднано з іншим акаунтом:</b> Андрій &lt;b&gt;\n' +
        'Замінити на акаунт «Олена К.»? Бали та профіль братиму з нового.',
    )
    expect(chat.lastButtons()).toEqual(['Залишити як є', 'Замінити'])
    expect(accountOf(chat)).toBe(ANDRIY.id)
  })

  it('is replaced when that is confirmed; the website hears of both', async () => {
    await chat.press('Замінити')
    expect(accountOf(chat)).toBe(OLENA.id)
    expect(records().slice(1)).toEqual([
      ['unlinked', 500n, ANDRIY.id],
      ['replaced', 500n, OLENA.id],
    ])
    expect(events().slice(1)).toEqual([
      ['unlinked', 500n, ANDRIY.id],
      ['linked', 500n, OLENA.id],
    ])
  })

  it('is told of both when the new account has a chat, too', async () => {
    await chat.press('Залишити як є')
    await other.say('/start link_olena2')
    tokens.set('olena3', OLENA.id)
    await chat.say('/start link_olena3')
    expect(chat.last()).toContain('Новий акаунт з’єднано з іншим чатом Telegram')
    const replies = await chat.press('Замінити')
    expect(accountOf(other)).toBeNull()
    expect(replies.some(({ payload }) => payload['chat_id'] === 501)).toBe(true)
    expect(records().at(-1)).toEqual(['moved', 500n, OLENA.id])
  })
})

describe('unlinking', () => {
  beforeEach(async () => {
    await chat.say('/start link_olena')
    await chat.say('/myprofile')
  })

  it('is asked about, then done, recorded, and told to the website', async () => {
    await chat.press('Від’єднати…')
    expect(chat.last()).toContain('<b>Від’єднати акаунт?</b>\nАкаунт: Олена К.')
    expect(accountOf(chat)).toBe(OLENA.id)
    await chat.press('Від’єднати')
    expect(accountOf(chat)).toBeNull()
    expect(chat.toasts.at(-1)).toBe('Акаунт від’єднано')
    expect(chat.last()).toContain('Акаунт Abitly не з’єднано.')
    expect(records().at(-1)).toEqual(['unlinked', 500n, OLENA.id])
    expect(events().at(-1)).toEqual(['unlinked', 500n, OLENA.id])
    expect(chat.jobs).toHaveLength(2)
  })

  it('by an old button does not cut the link to another account', async () => {
    await chat.press('Від’єднати…')
    const { data, messageId } = chat.find('Від’єднати')
    await fake.repos.accounts.connect(chat.chatId, ANDRIY.id)
    await chat.pressData(data, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(accountOf(chat)).toBe(ANDRIY.id)
  })
})
