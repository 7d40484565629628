import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { GRADES, INFORMATICS, INFORMATICS_LIST, variantOf } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const LINK = 'https://vstup.osvita.ua/y2025/r14/282/1481286/'
const OTHER_LINK = 'abit-poisk.org.ua/rate2025/direction/1471392'

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

beforeEach(() => {
  const fake = fakeRepositories([
    INFORMATICS,
    variantOf(INFORMATICS, 1471392, 'Аналітика даних'),
    { ...variantOf(INFORMATICS, 1600001, 'Інформатика'), year: 2026 },
  ])
  data = fake.data
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  chat = testChat({ repos: fake.repos })
})

describe('a link to an offer', () => {
  it.each([
    LINK,
    'vstup.edbo.gov.ua/offer/1481286',
    'Дивись: https://abit-poisk.org.ua/rate2025/direction/1481286?page=2 — варто?',
  ])('is answered with the offer: %s', async (text) => {
    await chat.say(text)
    expect(chat.last()).toContain('<b>Інформатика</b>\nF3 Комп’ютерні науки · 2025\n')
    expect(chat.last()).toContain('Додай бали НМТ')
    expect(chat.lastButtons()).toEqual(['Додати бали НМТ', 'Стежити | Графік', 'На сайті | ‹ Меню'])
  })

  it('shows who has grades their score and chance', async () => {
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    await chat.say(LINK)
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
    expect(chat.lastButtons()).toEqual(['Стежити | Графік', 'Мої бали | На сайті', '‹ Меню'])
  })

  it('is found in the caption of a picture, and behind words', async () => {
    await chat.deliver({ update_id: 1, message: chat.message({ photo: [], caption: LINK }) })
    expect(chat.last()).toContain('<b>Інформатика</b>')
    const entities = [{ type: 'text_link', offset: 0, length: 3, url: OTHER_LINK }]
    await chat.deliver({ update_id: 2, message: chat.message({ text: 'ось', entities }) })
    expect(chat.last()).toContain('<b>Аналітика даних</b>')
  })

  it.each([
    [
      'unknown',
      'vstup.osvita.ua/y2025/r14/282/1999999/',
      '🔍 <b>Пропозиції 1999999 за 2025 рік у базі немає</b>\n' +
        'Перевір, чи посилання скопійоване повністю. Нові пропозиції з’являються з оновленням бази.',
      ['Де взяти посилання', '‹ Меню'],
    ],
    [
      'unknown, without a year',
      'vstup.edbo.gov.ua/offer/1999999/',
      '🔍 <b>Пропозиції 1999999 у базі немає</b>\n' +
        'Перевір, чи посилання скопійоване повністю. Нові пропозиції з’являються з оновленням бази.',
      ['Де взяти посилання', '‹ Меню'],
    ],
    [
      'of a year that is to come',
      'abit-poisk.org.ua/rate2027/direction/1999999',
      '🔍 <b>Пропозиції 1999999 за 2027 рік у базі немає</b>\n' +
        'Перевір, чи посилання скопійоване повністю. Нові пропозиції з’являються з оновленням бази.',
      ['Де взяти посилання', '‹ Меню'],
    ],
    [
      'of a year that is not counted',
      'abit-poisk.org.ua/rate2023/direction/1111111',
      '📅 <b>Це пропозиція 2023 року</b>\nРахую пропозиції 2025 та 2026 років. ' +
        'Номери щороку нові: знайди цю програму серед цьогорічних і надішли нове посилання.',
      ['Шукати на vstup.edbo.gov.ua', '‹ Меню'],
    ],
    [
      'of a year that is not counted, though the id is known',
      'abit-poisk.org.ua/rate2023/direction/1481286',
      '📅 <b>Це пропозиція 2023 року</b>\nРахую пропозиції 2025 та 2026 років. ' +
        'Номери щороку нові: знайди цю програму серед цьогорічних і надішли нове посилання.',
      ['Відкрити за 2025 рік', 'Шукати на vstup.edbo.gov.ua', '‹ Меню'],
    ],
    [
      'known under another year',
      'abit-poisk.org.ua/rate2026/direction/1481286',
      '📅 <b>Це пропозиція 2025 року</b>\nЗа 2026 рік такої в базі немає: номери щороку нові.',
      ['Відкрити за 2025 рік', '‹ Меню'],
    ],
    [
      'to a list',
      'https://vstup.osvita.ua/y2025/r14/282/',
      '📋 <b>Це не сторінка однієї пропозиції</b>\n' +
        'Знайди там свою програму й надішли адресу її сторінки. Вона має такий вигляд:\n' +
        '<code>vstup.osvita.ua/y2025/r14/282/1481286/</code>',
      ['Де взяти посилання', '‹ Меню'],
    ],
    [
      'to no offer of a site, with an address of that site',
      'https://vstup.edbo.gov.ua/offer/abc',
      '📋 <b>Це не сторінка однієї пропозиції</b>\n' +
        'Знайди там свою програму й надішли адресу її сторінки. Вона має такий вигляд:\n' +
        '<code>vstup.edbo.gov.ua/offer/1481286/</code>',
      ['Де взяти посилання', '‹ Меню'],
    ],
    [
      'to another site',
      'https://example.com/offer/1481286',
      'Цього сайту не знаю. Підходять vstup.edbo.gov.ua, vstup.osvita.ua та abit-poisk.org.ua.',
      ['Де взяти посилання', '‹ Меню'],
    ],
  ])('%s', async (_name, link, text, buttons) => {
    await chat.say(link)
    expect(chat.last()).toBe(text)
    expect(chat.lastButtons()).toEqual(buttons)
  })

  it('of another year opens by its button', async () => {
    await chat.say('abit-poisk.org.ua/rate2023/direction/1481286')
    await chat.press('Відкрити за 2025 рік')
    expect(chat.last()).toContain('<b>Інформатика</b>')
  })
})

describe('several links', () => {
  it('are listed, each behind its number, with a way back to the list', async () => {
    await chat.say(`${LINK} ${OTHER_LINK} vstup.edbo.gov.ua/offer/1999999 ${LINK}`)
    expect(chat.last()).toBe(
      '<b>Яку з пропозицій відкрити?</b>\n\n<b>1. Інформатика</b>\nЛНУ · F3\n\n' +
        '<b>2. Аналітика даних</b>\nЛНУ · F3\n\nНемає в базі: 1999999',
    )
    expect(chat.lastButtons()).toEqual(['1 | 2', '‹ Меню'])
    await chat.press('2')
    expect(chat.last()).toContain('<b>Аналітика даних</b>')
    await chat.press('Стежити')
    expect(chat.lastButtons()).toEqual(['Додати бали НМТ', 'Не стежити | Графік', 'На сайті | ‹ До списку'])
    await chat.press('‹ До списку')
    await chat.press('1')
    expect(chat.last()).toContain('<b>Інформатика</b>')
    expect(chat.messages.size).toBe(1)
  })

  it('none of which is known are answered like one', async () => {
    await chat.say('vstup.edbo.gov.ua/offer/1999999 vstup.edbo.gov.ua/offer/1999998')
    expect(chat.last()).toContain('Пропозиції 1999999 у базі немає')
  })
})

describe('an offer that is gone from the database', () => {
  it.each(['Стежити', 'Додати бали НМТ'])('answers its old button «%s» all the same', async (label) => {
    await chat.say(LINK)
    data.offers.length = 0
    await chat.press(label)
    expect(chat.lastButtons().length).toBeGreaterThan(0)
  })
})
