import { beforeEach, describe, expect, it } from 'vitest'
import { openDayCardButton } from '../../use-cases/open-days/open-day-card.ts'
import { packPress } from '../callback-data/press.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { sampleChoices, sampleOpenDay } from '../testing/sample-open-days.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

const KYIV = {
  universityId: 9_000_001,
  regionId: 27,
  university: { name: { uk: 'Мистецький', en: null }, short: { uk: 'МІ', en: null } },
  faculty: null,
}

function open(options: Partial<TestChatOptions> = {}): void {
  const fake = fakeRepositories()
  data = fake.data
  Object.assign(data, sampleChoices(40))
  data.openDays = [
    sampleOpenDay(1),
    sampleOpenDay(2, { ...KYIV, startsAt: null, endsAt: null, format: 'online', address: null }),
    ...[3, 4, 5, 6].map((id) => sampleOpenDay(id, { ...KYIV, date: '2025-08-13', format: 'mixed' })),
  ]
  chat = testChat({ repos: fake.repos, ...options })
  // Friday, 25 July 2025, 12:00 in Kyiv
  chat.clock.value = new Date('2025-07-25T09:00:00Z')
}

beforeEach(() => open())

describe('/opendays', () => {
  it('lists the coming ones by day, numbered, with a way everywhere', async () => {
    await chat.say('/OpenDays')
    expect(chat.last()).toBe(
      '<b>Дні відкритих дверей</b> · усі: 6\n\n' +
        '<b>Субота, 9 серпня</b>\n' +
        '1. 10:00 — ЛНУ, Факультет прикладної математики та інформатики\n' +
        '2. Час уточнюється — МІ, увесь університет · онлайн\n' +
        '<b>Середа, 13 серпня</b>\n' +
        '3. 10:00 — МІ, увесь університет · офлайн і онлайн\n' +
        '4. 10:00 — МІ, увесь університет · офлайн і онлайн\n' +
        '5. 10:00 — МІ, увесь університет · офлайн і онлайн',
    )
    expect(chat.lastButtons()).toEqual(['1 | 2 | 3 | 4 | 5', '‹ | 1 з 2 | ›', 'Фільтри | ‹ Меню'])
  })

  it('keeps the page when one comes back from a card, and numbers on', async () => {
    await chat.say('/opendays')
    const [turned] = await chat.press('›')
    expect(turned?.method).toBe('editMessageText')
    expect(chat.lastButtons()).toEqual(['6', '‹ | 2 з 2 | ›', 'Фільтри | ‹ Меню'])
    await chat.press('6')
    expect(chat.last()).toContain('<b>У середу, 13 серпня, з 10:00 до 13:00</b>')
    await chat.press('‹ До списку')
    expect(chat.lastButtons()).toContain('‹ | 2 з 2 | ›')
  })

  it('has a decent form where nothing lies ahead', async () => {
    data.openDays = [sampleOpenDay(1, { date: '2025-07-24' })]
    await chat.say('/opendays')
    expect(chat.last()).toBe(
      '<b>Дні відкритих дверей</b> · усі: 0\n\nНайближчих подій поки немає. Нові з’являться тут.',
    )
    expect(chat.lastButtons()).toEqual(['Фільтри | ‹ Меню'])
  })

  it('says which events are invented', async () => {
    data.openDays = [sampleOpenDay(1, { generated: true }), sampleOpenDay(2)]
    await chat.say('/opendays')
    expect(chat.last()).toMatch(/1\. .* · <i>демонстраційна<\/i>\n2\. /)
    data.openDays = [sampleOpenDay(1, { generated: true })]
    await chat.say('/opendays')
    expect(chat.last()).toContain('<i>Демонстраційні дані: ці події вигадано.</i>')
  })

  it('answers in English', async () => {
    open({ languageCode: 'en' })
    await chat.say('/opendays')
    expect(chat.last()).toContain('<b>Open days</b> · all: 6')
    expect(chat.last()).toContain('<b>Saturday, 9 August</b>\n1. 10:00 — LNU, ')
    await chat.press('1')
    expect(chat.last()).toContain('🏛 <b>Day of applied mathematics</b>')
    expect(chat.last()).toContain('<b>On Saturday, 9 August, from 10:00 to 13:00</b>\nOn site: ')
  })
})

describe('the card of an open day', () => {
  it('says when, where, until when to register, and what to do', async () => {
    await chat.say('/opendays')
    await chat.press('1')
    expect(chat.last()).toBe(
      '🏛 <b>День факультету прикладної математики</b>\n' +
        'Факультет прикладної математики та інформатики\n' +
        'Львівський національний університет імені Івана Франка\n\n' +
        '<b>У суботу, 9 серпня, з 10:00 до 13:00</b>\n' +
        'Офлайн: Львів, вул. Університетська, 1\n' +
        'Реєстрація — до четверга, 7 серпня',
    )
    expect(chat.lastButtons()).toEqual(['Піду', 'У календар | Реєстрація', 'Мапа', '‹ До списку'])
    const urls = [...chat.messages.values()]
      .flatMap(({ keyboard }) => keyboard.flat())
      .flatMap((button) => ('url' in button ? [button.url] : []))
    expect(urls[0]).toBe('https://lnu.example/register')
    expect(new URL(urls[1] ?? '').searchParams.get('query')).toBe('Львів, вул. Університетська, 1')
  })

  it.each([
    ['an unknown time', { startsAt: null }, '<b>У суботу, 9 серпня</b> · час уточнюється'],
    ['no known end', { endsAt: null }, '<b>У суботу, 9 серпня, о 10:00</b>'],
    [
      'a closed registration',
      { registrationDeadline: new Date('2025-07-25T08:00:00Z') },
      'Реєстрацію закрито.',
    ],
    ['an invented one', { generated: true }, '<i>Демонстраційні дані.</i>'],
    [
      'what the organiser wrote',
      { programme: ' <b>& ', contacts: 'a@b' },
      '<blockquote expandable>Програма: &lt;b&gt;&amp;\nКонтакти: a@b</blockquote>',
    ],
  ])('tells of %s', async (_name, change, expected) => {
    data.openDays = [sampleOpenDay(1, change)]
    await chat.say('/opendays')
    await chat.press('1')
    expect(chat.last()).toContain(expected)
  })

  it.each([
    ['a registration that is closed', { registrationDeadline: new Date('2025-07-25T08:00:00Z') }],
    ['a registration that is no page', { registrationUrl: 'tg://user?id=1' }],
  ])('leads nowhere from %s', async (_name, change) => {
    data.openDays = [sampleOpenDay(1, change)]
    await chat.say('/opendays')
    await chat.press('1')
    expect(chat.lastButtons()).toEqual(['Піду', 'У календар | Мапа', '‹ До списку'])
  })

  it('of an online one leads to its stream, not to a map', async () => {
    data.openDays = [sampleOpenDay(1, { format: 'online', streamUrl: 'https://lnu.example/live' })]
    await chat.say('/opendays')
    await chat.press('1')
    expect(chat.lastButtons()).toEqual(['Піду', 'У календар | Реєстрація', 'Трансляція', '‹ До списку'])
  })

  it('marks who comes, twice as once, and takes the mark back', async () => {
    await chat.say('/opendays')
    await chat.press('1')
    const again = chat.find('Піду')
    await chat.press('Піду')
    expect(chat.toasts.at(-1)).toBe('Нагадаю за 3 дні та за день')
    expect(chat.lastButtons()[0]).toBe('✓ Йдеш · скасувати')
    await chat.pressData(again.data, again.messageId)
    expect(data.attended.get(chat.chatId)).toEqual(new Set([1]))
    await chat.press('‹ До списку')
    expect(chat.last()).toContain('інформатики · <b>йдеш</b>')
    expect(chat.lastButtons().slice(-2)).toEqual(['Фільтри | Куди йду (1)', '‹ Меню'])
    await chat.press('1')
    await chat.press('✓ Йдеш · скасувати')
    expect(chat.toasts.at(-1)).toBe('Прибрано з твоїх подій')
    expect(data.attended.get(chat.chatId)).toEqual(new Set())
  })

  it('claims to have removed nothing that was not there, as after erasing all', async () => {
    await chat.say('/opendays')
    await chat.press('1')
    await chat.press('Піду')
    const { data: leave, messageId } = chat.find('✓ Йдеш · скасувати')
    data.attended.clear()
    await chat.pressData(leave, messageId)
    expect(chat.toasts.at(-1)).toBeUndefined()
    expect(chat.lastButtons()[0]).toBe('Піду')
  })

  it.each([
    ['the next day', '2025-08-07T09:00:00Z', true, 'Нагадаю за день'],
    ['today', '2025-08-09T06:00:00Z', true, 'Позначено: йдеш'],
    ['muted', '2025-07-25T09:00:00Z', false, 'Позначено, але нагадування вимкнено'],
  ])('promises no reminder that will not come: %s', async (_name, now, openDays, toast) => {
    chat.clock.value = new Date(now)
    data.settings.set(chat.chatId, {
      openDays,
      offerChanges: true,
      news: true,
      quiet: { from: 22, until: 8 },
    })
    await chat.say('/opendays')
    await chat.press('1')
    await chat.press('Піду')
    expect(chat.toasts.at(-1)).toBe(toast)
  })

  it('gives a file for the calendar, as data', async () => {
    await chat.say('/opendays')
    await chat.press('1')
    const [reply] = await chat.press('У календар')
    expect(reply).toMatchObject({
      method: 'sendDocument',
      payload: { chat_id: 500 },
      document: {
        fileName: 'open-day-2025-08-09.ics',
        calendar: {
          id: 'open-day-1',
          madeAt: '2025-07-25T09:00:00.000Z',
          title: 'ЛНУ: День факультету прикладної математики',
          date: '2025-08-09',
          startsAt: '2025-08-09T07:00:00.000Z',
          endsAt: '2025-08-09T10:00:00.000Z',
          place: 'ЛНУ, Львів, вул. Університетська, 1',
          description: 'Львівський національний університет імені Івана Франка\nhttps://lnu.example/register',
        },
      },
    })
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply)
  })

  it('leads back to the list once it is no more', async () => {
    await chat.say('/opendays')
    await chat.press('1')
    data.openDays.shift()
    await chat.press('Піду')
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('усі: 5')
  })

  it('opens below a message that we began, which stays', async () => {
    await chat.say('/start')
    const { press } = openDayCardButton('ЛНУ, 10:00', 1)
    const [reply] = await chat.pressData(packPress(press), 101)
    expect(reply?.method).toBe('sendMessage')
    await chat.press('‹ До списку')
    expect(chat.last()).toContain('<b>Куди йду</b>')
  })
})

describe('/myopendays', () => {
  it('lists what one attends, the coming ones first', async () => {
    data.openDays.unshift(sampleOpenDay(9, { date: '2025-07-01', startsAt: null, endsAt: null }))
    data.attended.set(chat.chatId, new Set([9, 1]))
    await chat.say('/myopendays')
    expect(chat.last()).toBe(
      '<b>Куди йду</b> · 2\n\n' +
        '<b>Субота, 9 серпня</b>\n' +
        '1. 10:00 — ЛНУ, Факультет прикладної математики та інформатики · <b>йдеш</b>\n' +
        '<b>Вівторок, 1 липня</b> · минуло\n' +
        '2. ЛНУ, Факультет прикладної математики та інформатики · <b>йдеш</b>',
    )
    await chat.press('2')
    expect(chat.last()).toContain('<b>У вівторок, 1 липня</b>\n')
    expect(chat.last()).toContain('<i>Ця подія вже минула.</i>')
    await chat.press('‹ До списку')
    expect(chat.last()).toContain('<b>Куди йду</b> · 2')
    // Before, the time may still be told.
    chat.clock.value = new Date('2025-07-01T20:59:59Z')
    await chat.say('/myopendays')
    expect(chat.last()).toContain('1. Час уточнюється — ЛНУ, Факультет')
  })

  it('offers the first step to who attends nothing', async () => {
    await chat.say('/myopendays')
    expect(chat.last()).toContain('Обери подію, натисни «Піду»')
    await chat.press('Відкриті двері')
    expect(chat.last()).toContain('усі: 6')
  })
})

describe('the link of a university', () => {
  it('shows its events, and puts it among the filters', async () => {
    await chat.say('/start university_282')
    expect(chat.last()).toBe(
      '🏛 <b>Львівський національний університет імені Івана Франка</b>\n\n' +
        '<b>Сб, 9 серпня, 10:00</b> — Факультет прикладної математики та інформатики\n\n' +
        'Надішли посилання на програму цього закладу — порахую твій шанс.',
    )
    expect(chat.lastButtons()).toEqual(['Дні відкритих дверей (1)', 'Сповіщати про нові', '‹ Меню'])
    await chat.press('Сповіщати про нові')
    expect(chat.toasts.at(-1)).toBe('Додано до фільтрів подій')
    expect(data.filters.get(chat.chatId)).toMatchObject({ universityIds: [282] })
    const { data: unwatch, messageId } = chat.find('✓ Сповіщаю · скасувати')
    await chat.press('✓ Сповіщаю · скасувати')
    expect(chat.toasts.at(-1)).toBe('Прибрано з фільтрів подій')
    expect(data.filters.get(chat.chatId)).toMatchObject({ universityIds: [] })
    await chat.pressData(unwatch, messageId)
    expect(chat.toasts.at(-1)).toBeUndefined()
    await chat.press('Дні відкритих дверей (1)')
    expect(chat.last()).toContain(
      '🏛 <b>Львівський національний університет імені Івана Франка</b> · події: 1\n\n',
    )
    expect(chat.last()).toContain('1. 10:00 — Факультет')
    expect(chat.lastButtons()).toEqual(['1', 'Фільтри | Показати всі', '‹ Меню'])
  })

  it('says so where another filter keeps its events out', async () => {
    data.filters.set(chat.chatId, { regionIds: [27], specialityCodes: [], universityIds: [] })
    await chat.say('/start university_282')
    await chat.press('Сповіщати про нові')
    expect(chat.last()).toContain('його регіону серед обраних немає')
    await chat.press('Фільтри')
    expect(chat.last()).toContain('<b>Фільтри подій</b>')
  })

  it.each(['university_5', 'university_x', 'university_99999999999'])('is unknown: %s', async (payload) => {
    await chat.say(`/start ${payload}`)
    expect(chat.last()).toMatch(/^👋 [^]*\n\nТакого закладу в базі немає\.$/)
    expect(chat.lastButtons()).toContain('Додати бали НМТ | Відкриті двері')
  })
})

describe('the menu', () => {
  it('tells of the next event one attends', async () => {
    await chat.say('/start')
    data.attended.set(chat.chatId, new Set([1]))
    await chat.say('/start')
    expect(chat.last()).toContain('Найближча подія: у суботу, 9 серпня, о 10:00 — ЛНУ.\n')
    await chat.press('Відкриті двері')
    expect(chat.last()).toContain('усі: 6')
  })
})
