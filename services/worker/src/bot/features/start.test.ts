import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { GRADES, INFORMATICS, INFORMATICS_LIST, variantOf } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

function open(options: Partial<TestChatOptions> = {}): void {
  const fake = fakeRepositories([INFORMATICS, variantOf(INFORMATICS, 1471392, 'Аналітика даних')])
  data = fake.data
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  chat = testChat({ repos: fake.repos, ...options })
}

beforeEach(() => open())

describe('/start', () => {
  it('tells a newcomer what the bot is', async () => {
    await chat.say('/start')
    expect(chat.last()).toBe(
      '👋 <b>Привіт! Це Abitly — бот для вступників.</b>\n\n' +
        'Надішли посилання на конкурсну пропозицію або напиши назву програми чи університету — і побачиш свій бал, місце в рейтингу та шанс на бюджет.\n' +
        'Підходять посилання з ЄДЕБО, Osvita.ua та Abit-poisk.',
    )
    expect(chat.lastButtons()).toEqual([
      'Показати на прикладі',
      'Додати бали НМТ | Відкриті двері',
      'Допомога | Мова',
    ])
  })

  it('greets in English whose Telegram is English', async () => {
    open({ languageCode: 'en-GB' })
    await chat.say('/start')
    expect(chat.last()).toContain('<b>Hi! This is Abitly, a bot for applicants.</b>')
    expect(chat.lastButtons()).toEqual(['Show an example', 'Add NMT grades | Open days', 'Help | Language'])
  })

  it('shows who comes back how things stand', async () => {
    await chat.say('/start')
    await chat.say('/START')
    expect(chat.last()).toBe(
      '👋 <b>З поверненням!</b>\n\nНадішли посилання на пропозицію або напиши її назву — порахую бал, місце та шанс.',
    )
  })

  it.each([
    [1, 'Стежиш за 1 пропозицією.'],
    [2, 'Стежиш за 2 пропозиціями.'],
  ])('counts %i followed offers', async (count, line) => {
    await chat.say('/start')
    for (const { offerId, year } of data.offers.slice(0, count)) {
      await chat.say(`https://vstup.osvita.ua/y${year}/r14/282/${offerId}/`)
      await chat.press('Стежити')
    }
    await chat.say('/start')
    expect(chat.last()).toContain(`${line}\n`)
    expect(chat.lastButtons()).toEqual([
      `Мої пропозиції (${count})`,
      'Додати бали НМТ | Відкриті двері',
      'План вступу | Статистика',
      'Допомога',
    ])
  })

  it('has no example for who has grades, but the grades', async () => {
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    await chat.say('/start')
    expect(chat.lastButtons()).toEqual([
      'Бали та профіль | Відкриті двері',
      'План вступу | Статистика',
      'Допомога',
    ])
  })

  it('offers the website’s sign-in only where there is one', async () => {
    open({ accountLinkUrl: 'https://abitly.example/link' })
    await chat.say('/start')
    expect(chat.lastButtons().at(-1)).toBe('Увійти через Abitly')
  })

  it('takes an unknown payload for none', async () => {
    await chat.say('/start whatever')
    expect(chat.last()).toContain('Привіт! Це Abitly')
  })

  it('sends HTML without link previews', async () => {
    const [reply] = await chat.say('/start')
    expect(reply).toMatchObject({
      method: 'sendMessage',
      payload: { chat_id: 500, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
    })
    expect(reply?.payload['reply_markup']).toMatchObject({
      inline_keyboard: [
        [{ text: 'Показати на прикладі', style: 'primary', callback_data: '1:ex' }],
        [{ callback_data: '1:g' }, { callback_data: '1:od' }],
        [{ callback_data: '1:h' }, { callback_data: '1:ls' }],
      ],
    })
  })
})

describe('the example', () => {
  it('is a real offer with made-up grades, in place of the greeting', async () => {
    await chat.say('/start')
    const [reply] = await chat.press('Показати на прикладі')
    expect(reply?.method).toBe('editMessageText')
    expect(chat.last()).toMatch(/^<i>Приклад із балами 180 · 190 · 170 · 185<\/i>\n\n<b>Інформатика<\/b>\n/)
    expect(chat.last()).toContain(
      '<b>Твій бал: 183,571</b> · НМТ 2025\nМісце в рейтингу: <b>63–66</b> з 341\n',
    )
    expect(chat.lastButtons()).toEqual(['Додати свої бали', 'На сайті | ‹ Меню'])
    expect(chat.toasts).toEqual([undefined])
  })

  it('leaves no grades behind', async () => {
    await chat.say('/start')
    await chat.press('Показати на прикладі')
    expect(data.results.size).toBe(0)
    await chat.press('‹ Меню')
    expect(chat.last()).toBe(
      '<b>Меню</b>\n\nНадішли посилання на пропозицію або напиши її назву — порахую бал, місце та шанс.',
    )
  })

  it('has a way out where the catalogue lacks it', async () => {
    data.offers.length = 0
    await chat.say('/start')
    await chat.press('Показати на прикладі')
    expect(chat.last()).toContain('Пропозиції 1481286 за 2025 рік у базі немає')
    expect(chat.lastButtons()).toEqual(['Де взяти посилання', '‹ Меню'])
  })
})

describe('/help', () => {
  it('lists the commands that exist, and no other', async () => {
    await chat.say('/help')
    expect(chat.last()).toBe(
      '<b>Надішли посилання на пропозицію або напиши назву програми чи університету</b> — порахую бал, місце та шанс.\n\n' +
        '/start — меню\n/myoffers — мої пропозиції\n/plan — план вступу\n/statistics — моя статистика\n' +
        '/opendays — дні відкритих дверей\n/myopendays — куди йду\n/opendayfilters — фільтри подій\n' +
        '/notifications — сповіщення\n/myprofile — бали та акаунт\n/help — що вмію\n/language — мова, language\n/privacy — мої дані\n\n' +
        '<i>Місце та шанс орієнтовні: вирішують списки, які змінюються щодня.</i>',
    )
  })

  it('leads to where links come from', async () => {
    await chat.say('/help')
    await chat.press('Де взяти посилання')
    expect(chat.last()).toContain('<code>vstup.edbo.gov.ua/offer/1481286/</code>')
    await chat.press('‹ Меню')
    await chat.press('Допомога')
    expect(chat.last()).toContain('/language — мова, language')
  })
})

describe('/language', () => {
  it('changes in place, and for good', async () => {
    await chat.say('/language')
    expect(chat.lastButtons()).toEqual(['✓ Українська | English', '‹ Меню'])
    const [reply] = await chat.press('English')
    expect(reply?.method).toBe('editMessageText')
    expect(chat.last()).toBe('<b>Language · Мова</b>')
    expect(chat.lastButtons()).toEqual(['Українська | ✓ English', '‹ Menu'])
    await chat.say('/help')
    expect(chat.last()).toContain('<b>Send a link to an offer, or type the name')
  })
})
