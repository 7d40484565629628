import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { INFORMATICS, variantOf } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const LONG = 'Інтелектуальні сервіс-орієнтовані розподілені обчислювання'
const OFFERS = [
  INFORMATICS,
  variantOf(INFORMATICS, 1471392, 'Аналітика даних'),
  variantOf(INFORMATICS, 1471393, LONG),
  variantOf(INFORMATICS, 1471394, 'Кібербезпека'),
]

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

beforeEach(() => {
  const fake = fakeRepositories([...OFFERS])
  data = fake.data
  chat = testChat({ repos: fake.repos, limit: 3 })
})

const show = (offerId: number): Promise<unknown> => chat.say(`vstup.edbo.gov.ua/offer/${offerId}`)
const followed = (): number[] => (data.tracked.get(chat.chatId) ?? []).map(({ offerId }) => offerId)

async function follow(...offerIds: number[]): Promise<void> {
  for (const offerId of offerIds) {
    await show(offerId)
    await chat.press('Стежити')
  }
}

describe('following an offer', () => {
  it('says how many are followed, and turns the button round', async () => {
    await follow(1481286)
    expect(chat.toasts).toEqual(['Стежимо: 1 з 3'])
    expect(chat.lastButtons()[1]).toBe('Не стежити | Графік')
    await chat.press('Не стежити')
    expect(chat.toasts.at(-1)).toBe('Більше не стежимо')
    expect(chat.lastButtons()[1]).toBe('Стежити | Графік')
    expect(followed()).toEqual([])
  })

  it('happens once, however often the button is pressed', async () => {
    await show(1481286)
    const { data: pressed, messageId } = chat.find('Стежити')
    for (let times = 0; times < 3; times += 1) await chat.pressData(pressed, messageId)
    expect(followed()).toEqual([1481286])
    expect(chat.toasts).toEqual(['Стежимо: 1 з 3', 'Стежимо: 1 з 3', 'Стежимо: 1 з 3'])
  })

  it('ends once, too', async () => {
    await follow(1481286)
    const { data: pressed, messageId } = chat.find('Не стежити')
    await chat.pressData(pressed, messageId)
    await chat.pressData(pressed, messageId)
    expect(followed()).toEqual([])
  })
})

describe('the limit', () => {
  beforeEach(() => follow(1481286, 1471392, 1471393))

  it('is a swap, not a wall', async () => {
    await follow(1471394)
    expect(chat.last()).toBe('<b>Усі 3 місця зайнято</b>\nНова: Кібербезпека, ЛНУ. Яку з наявних замінити?')
    expect(chat.lastButtons()).toEqual([
      'Інформатика, ЛНУ',
      'Аналітика даних, ЛНУ',
      'Інтелектуальні сервіс-ор…, ЛНУ',
      'Залишити як є',
    ])
    await chat.press('Аналітика даних, ЛНУ')
    expect(followed()).toEqual([1481286, 1471393, 1471394])
    expect(chat.toasts.at(-1)).toBe('Замінено: стежимо 3 з 3')
    expect(chat.last()).toContain('<b>Кібербезпека</b>')
  })

  it.each([
    [1, 'Єдине місце зайнято', 'Your only slot is taken'],
    [2, 'Обидва місця зайнято', 'Both slots are taken'],
    [3, 'Усі 3 місця зайнято', 'All 3 slots are taken'],
    [5, 'Усі 5 місць зайнято', 'All 5 slots are taken'],
    [21, 'Усі місця (21) зайнято', 'All 21 slots are taken'],
  ])('names its slots as people do: %i', async (limit, uk, en) => {
    const offers = Array.from({ length: limit + 1 }, (_, index) => variantOf(INFORMATICS, index + 1, 'Одна'))
    for (const [languageCode, heading] of Object.entries({ uk, en })) {
      const { repos } = fakeRepositories(offers)
      chat = testChat({ repos, languageCode, limit })
      for (let id = 1; id <= limit; id += 1) await repos.tracking.add(chat.chatId, id, 2025, new Date(0))
      await show(limit + 1)
      await chat.press(languageCode === 'uk' ? 'Стежити' : 'Follow')
      expect(chat.last()).toContain(`<b>${heading}</b>`)
    }
  })

  it('can be left as it is', async () => {
    await follow(1471394)
    await chat.press('Залишити як є')
    expect(followed()).toEqual([1481286, 1471392, 1471393])
    expect(chat.last()).toContain('<b>Кібербезпека</b>')
  })

  it('gives up one offer, however often the button is pressed', async () => {
    await follow(1471394)
    const { data: pressed, messageId } = chat.find('Аналітика даних, ЛНУ')
    await chat.pressData(pressed, messageId)
    await chat.pressData(pressed, messageId)
    expect(followed()).toEqual([1481286, 1471393, 1471394])
  })

  it('shows the list anew when it has changed since', async () => {
    await follow(1471394)
    const { data: pressed, messageId } = chat.find('Аналітика даних, ЛНУ')
    data.tracked.get(chat.chatId)![1] = { ...data.tracked.get(chat.chatId)![0]!, offerId: 7 }
    await chat.pressData(pressed, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('Яку з наявних замінити?')
    expect(followed()).toHaveLength(3)
  })

  it('needs no swap any more when a place has come free since', async () => {
    await follow(1471394)
    const { data: pressed, messageId } = chat.find('Аналітика даних, ЛНУ')
    data.tracked.get(chat.chatId)!.shift()
    await chat.pressData(pressed, messageId)
    expect(followed()).toEqual([1471392, 1471393, 1471394])
    expect(chat.toasts.at(-1)).toBe('Стежимо: 3 з 3')
  })

  it('tells programmes of one name apart', async () => {
    const twin = {
      ...variantOf(INFORMATICS, 1600000, LONG),
      speciality: { ...INFORMATICS.speciality, code: 'F2' },
    }
    data.offers.push(twin)
    data.tracked.get(chat.chatId)!.shift()
    await follow(1600000, 1471394)
    expect(chat.lastButtons().slice(1, 3)).toEqual([
      'Інтелектуальні серв…, ЛНУ · F3',
      'Інтелектуальні серв…, ЛНУ · F2',
    ])
  })

  it('has pages where many may be followed', async () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      variantOf(INFORMATICS, 1500000 + index, `П ${index + 1}`),
    )
    const fake = fakeRepositories(many)
    data = fake.data
    chat = testChat({ repos: fake.repos, limit: 7 })
    await follow(...many.map(({ offerId }) => offerId))
    expect(chat.lastButtons()).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `П ${number}, ЛНУ`),
      '‹ | 1 з 2 | ›',
      'Залишити як є',
    ])
    await chat.press('›')
    expect(chat.last()).toContain('Яку з наявних замінити?')
    await chat.press('П 7, ЛНУ')
    expect(followed()).toContain(1500007)
    expect(followed()).not.toContain(1500006)
    await chat.pressData('1:sl:w5ev25:1', 1)
    expect(followed()).toHaveLength(7)
  })
})
