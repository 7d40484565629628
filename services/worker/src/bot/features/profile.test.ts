import { beforeEach, describe, expect, it } from 'vitest'
import { checkLimits } from '../testing/check-limits.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { GRADES, INFORMATICS, INFORMATICS_LIST, PRIMARY_EDUCATION } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'
const SITE = 'https://abitly.example/link'

let data: ReturnType<typeof fakeRepositories>['data']
let chat: TestChat

function open(options: Partial<TestChatOptions> = {}): void {
  const fake = fakeRepositories([INFORMATICS, PRIMARY_EDUCATION])
  data = fake.data
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  chat = testChat({ repos: fake.repos, accountLinkUrl: SITE, ...options })
}

beforeEach(() => open())

function link(firstName = 'Олена', lastName: string | null = 'К.'): void {
  const { chatId } = chat
  const known = { isNew: false, notificationsEnabled: true, reachable: true, language: 'uk' as const }
  data.accounts.push({ id: ACCOUNT, firstName, lastName })
  data.accountResults.set(ACCOUNT, [{ nmtYear: 2025, source: 'account', grades: GRADES }])
  data.students.set(chatId, { chatId, userId: chatId, webUserId: ACCOUNT, ...known })
}

const offer = (one: { offerId: number; year: number }): string =>
  `https://vstup.osvita.ua/y${one.year}/r14/282/${one.offerId}/`

describe('/myprofile', () => {
  it('of a newcomer names the first steps', async () => {
    await chat.say('/myprofile')
    expect(chat.last()).toBe(
      '<b>Профіль</b>\nАкаунт Abitly не з’єднано.\n\n' +
        'Балів НМТ ще немає. Додай їх — і пропозиції показуватимуть бал, місце та шанс.\n\n' +
        'Мій пріоритет: не вибрано · квоту не вказано',
    )
    expect(chat.lastButtons()).toEqual([
      'Додати бали НМТ',
      'Пріоритет | Квоти',
      'Увійти через Abitly',
      '‹ Меню',
    ])
  })

  it('says how to link where the website has told no address for a button', async () => {
    const how = 'Акаунт Abitly не з’єднано. З’єднати можна кнопкою Telegram на сайті Abitly.\n'
    await chat.say('/myprofile')
    expect(chat.last()).not.toContain(how)
    open({ accountLinkUrl: null })
    await chat.say('/myprofile')
    expect(chat.last()).toContain(how)
    expect(chat.lastButtons().at(-1)).toBe('‹ Меню')
  })

  it('of a linked student shows the account, its grades, and how strong they are', async () => {
    link()
    await chat.say('/MyProfile')
    expect(chat.last()).toBe(
      '<b>Профіль</b>\nАкаунт: Олена К. <i>(з’єднано)</i>\n\n' +
        '<b>НМТ 2025</b> <i>(з акаунта)</i>\n' +
        'Українська мова 180\nМатематика 190\nІсторія України 170\nФізика 185\n' +
        'Середній бал — <b>181,25</b>; найсильніше — математика 190, фізика 185\n\n' +
        'Мій пріоритет: не вибрано · квоту не вказано',
    )
    expect(chat.lastButtons()).toEqual(['Змінити бали', 'Пріоритет | Квоти', 'Від’єднати… | ‹ Меню'])
  })

  it('names a year once, and says whose average it is where not all is passed', async () => {
    const grades = { ukr: 180, math: 0, hist: 170, phys: 185 }
    data.results.set(chat.chatId, [
      { nmtYear: 2025, source: 'own', grades },
      { nmtYear: 2024, source: 'own', grades: { ukr: 0, math: 0, hist: 0, geo: 0 } },
    ])
    await chat.say('/myprofile')
    expect(chat.last().match(/НМТ 20../g)).toEqual(['НМТ 2025', 'НМТ 2024'])
    expect(chat.last()).toContain(
      'Математика — не складено\nІсторія України 170\nФізика 185\n' +
        'Середній бал складених — <b>178,33</b>; найсильніше — фізика 185, українська мова 180\n\n',
    )
    data.results.get(chat.chatId)!.shift()
    await chat.say('/myprofile')
    expect(chat.last()).not.toContain('Середній бал')
  })

  it('is reached from the menu once there is something to see, and has a way back', async () => {
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    await chat.say('/start')
    await chat.press('Бали та профіль')
    expect(chat.last()).toContain('<b>НМТ 2025</b>\n')
    await chat.press('Змінити бали')
    await chat.press('‹ Профіль')
    await chat.press('‹ Меню')
    expect(chat.last()).toContain('<b>Меню</b>')
  })

  it.each([
    ['a'.repeat(300), 'b'.repeat(300)],
    ['<b>&', '</i>'],
    ['👩‍🚀', 'אולנה'],
    ['', null],
  ])('survives the account name %j %j', async (firstName, lastName) => {
    link(firstName, lastName)
    for (const nmtYear of [2022, 2023, 2024, 2026]) {
      data.results.set(chat.chatId, [
        ...(data.results.get(chat.chatId) ?? []),
        {
          nmtYear,
          source: 'own',
          grades: { ...GRADES, chem: 0, bio: 100, geo: 100, lit: 100, foreign: 100 },
        },
      ])
    }
    await chat.say('/myprofile')
    await chat.press('Від’єднати…')
    await chat.say('/language')
    await chat.press('English')
    await chat.say('/myprofile')
    await chat.press('Priority')
    await chat.say('/myprofile')
    await chat.press('Quotas')
    await chat.say('/myprofile')
    await chat.press('Change grades')
    await chat.press('Edit 2024 grades').catch(() => undefined)
    chat.replies.forEach(checkLimits)
  })
})

describe('preferences', () => {
  it('are chosen in place, kept, and marked', async () => {
    await chat.say('/myprofile')
    await chat.press('Пріоритет')
    expect(chat.lastButtons()).toEqual([
      'Пріоритет 1–2',
      'Пріоритет 3 і далі',
      '✓ Показувати обидва бали',
      '‹ Профіль | ‹ Меню',
    ])
    await chat.press('Пріоритет 1–2')
    expect(chat.toasts.at(-1)).toBe('Збережено')
    await chat.press('Квоти')
    expect(chat.lastButtons()).toEqual(['Квот немає', 'Квота-1', 'Квота-2', '‹ Профіль | ‹ Меню'])
    await chat.press('Квота-2')
    expect(chat.last()).toContain('Мій пріоритет: 1–2 · Квота-2')
    await chat.press('Квоти')
    expect(chat.lastButtons()).toContain('✓ Квота-2')
    expect(data.preferences.get(chat.chatId)).toEqual({ priority: 'first', quota: 'Q2' })
  })

  it('make the score of an offer a single one, from the offer itself', async () => {
    data.results.set(chat.chatId, [
      { nmtYear: 2025, source: 'own', grades: { ukr: 180, math: 165, hist: 175, foreign: 172 } },
    ])
    await chat.say(offer(PRIMARY_EDUCATION))
    expect(chat.last()).toMatch(
      /<b>Пріоритет 1–2: \d{3},\d{3}<\/b>[^]*<b>Пріоритет 3 і далі: \d{3},\d{3}<\/b>/,
    )
    const [first = '', later = ''] = [...chat.last().matchAll(/<b>Пріоритет .*: (\d{3},\d{3})/g)].map(
      (match) => match[1] ?? '',
    )
    expect(chat.lastButtons()[1]).toBe('Бал для пріоритету 1–2')
    await chat.press('Бал для пріоритету 1–2')
    expect(chat.toasts.at(-1)).toBe('Для всіх пропозицій: пріоритет 1–2')
    expect(chat.last()).toContain(`<b>Твій бал: ${first}</b>`)
    expect(chat.last()).toContain('<i>Для твого пріоритету: 1–2, ГК 1,02 враховано.</i>')
    expect(chat.last()).not.toContain('Пріоритет 3 і далі')
    await chat.press('Бал для пріоритету 3 і далі')
    expect(chat.last()).toContain(`<b>Твій бал: ${later}</b>`)
    expect(chat.last()).toContain('3 і далі, ГК 1,02 не діє')
    expect(chat.lastButtons()[1]).toBe('Бал для пріоритету 1–2')
    chat.replies.forEach(checkLimits)
  })

  it('change nothing where the priority makes no difference', async () => {
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    data.preferences.set(chat.chatId, { priority: 'later', quota: 'none' })
    await chat.say(offer(INFORMATICS))
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
    expect(chat.last()).not.toContain('пріоритету:')
    expect(chat.lastButtons()).toEqual(['Стежити | Графік', 'Мої бали | На сайті', '‹ Меню'])
  })

  it('tell who is entitled to a quota what it holds here', async () => {
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    data.preferences.set(chat.chatId, { priority: null, quota: 'Q1' })
    await chat.say(offer(INFORMATICS))
    expect(chat.last()).toMatch(
      /Твоя Квота-1: \d+ місц\S+, заяв за нею — \d+\. Місце вище — за загальним конкурсом\./,
    )
    chat.replies.forEach(checkLimits)
  })
})

describe('the website’s sign-in', () => {
  it('stands beside the way to one’s own grades, until the chat is linked', async () => {
    await chat.say(offer(INFORMATICS))
    expect(chat.lastButtons()[0]).toBe('Додати бали НМТ | Увійти в Abitly')
    link()
    data.accountResults.clear()
    await chat.say(offer(INFORMATICS))
    expect(chat.lastButtons()[0]).toBe('Додати бали НМТ')
    await chat.say('/start')
    expect(chat.lastButtons()).not.toContain('Увійти через Abitly')
  })
})
