import { beforeEach, describe, expect, it, vi } from 'vitest'
import { checkLimits } from '../testing/check-limits.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import {
  applications,
  GRADES,
  INFORMATICS,
  INFORMATICS_LIST,
  PRIMARY_EDUCATION,
  variantOf,
} from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const ANALYTICS = variantOf(INFORMATICS, 1471392, 'Аналітика даних')
const SYSTEMS = variantOf(INFORMATICS, 1471393, 'Системи')

let chat: TestChat
let { data, repos } = fakeRepositories()

function open(languageCode = 'uk', limit = 5): void {
  const fake = fakeRepositories([INFORMATICS, ANALYTICS, SYSTEMS].map((offer) => ({ ...offer })))
  ;({ data, repos } = fake)
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  data.applicants.set(ANALYTICS.offerId, applications([5, 190_000, 1], [30, 140_000, 1]))
  data.applicants.set(SYSTEMS.offerId, applications([80, 190_000, 1], [60, 185_000, 2]))
  data.specialities = [
    { code: 'F2', nameUk: 'Інженерія програмного забезпечення', nameEn: 'Software Engineering' },
    { code: 'F3', nameUk: 'Комп’ютерні науки', nameEn: 'Computer Science' },
    ...['A1', 'A2', 'A3', 'A4'].map((code) => ({ code, nameUk: code, nameEn: code })),
  ]
  chat = testChat({ repos: fake.repos, languageCode, limit })
  data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
}

beforeEach(() => open())

async function makePlan(): Promise<void> {
  await chat.say('/plan')
  await chat.press('Скласти план')
}

describe('/plan', () => {
  it('asks for grades before anything else', async () => {
    data.results.clear()
    await chat.say('/plan')
    expect(chat.last()).toContain('Додай бали НМТ')
    expect(chat.lastButtons()).toEqual(['Додати бали НМТ', '‹ Меню'])
    await chat.press('Додати бали НМТ')
    await chat.press('2025')
    await chat.press('Фізика')
    await chat.say('180 190 170 185')
    await chat.press('План вступу')
    expect(chat.last()).toContain('План рахую за твоїми балами')
  })

  it('proposes bold offers first, each with the tier of its own view', async () => {
    await makePlan()
    const text = chat.last()
    const [bold, safe] = [text.indexOf('Амбітно'), text.indexOf('Надійніше')]
    expect(text).toContain('🧭 <b>План вступу</b> · бюджет\nусі спеціальності · уся Україна')
    expect(bold).toBeGreaterThan(0)
    expect(safe).toBeGreaterThan(bold)
    expect(text.slice(bold, safe)).toMatch(/1\. ЛНУ, Системи\n🔶 низький, /)
    expect(text.slice(safe)).toMatch(/\d\. ЛНУ, Аналітика даних\n🟢 високий, /)
    expect(text).toContain('Вибрано з 3 пропозицій.')
    expect(text).toContain('Планів на сьогодні лишилося: 2 з 3.')
    expect(chat.lastButtons()).toEqual(['1 | 2 | 3', 'Стежити за всіма', 'Інші побажання | ‹ Меню'])
    chat.replies.forEach(checkLimits)
  })

  it('puts an offer under the band of the score that its priority gives', async () => {
    // High with ГК, medium without it.
    const list = applications([8, 190_000, 1], [8, 175_000, 3], [1, 173_033, 3], [40, 150_000, 1])
    const offers = [1, 2, 3].map((n) => variantOf(PRIMARY_EDUCATION, 1471500 + n, `Освіта ${n}`))
    data.offers.splice(0, Infinity, ...offers)
    for (const { offerId } of offers) data.applicants.set(offerId, list)
    const grades = { ukr: 180, math: 165, hist: 175, foreign: 172 }
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades }])
    await makePlan()
    const plan = chat.last().split('\n\n').slice(1, 3)
    expect(plan).toEqual([
      '<b>Надійніше</b>\n1. ЛНУ, Освіта 1\n🟢 високий, на 5,290 вище торішньої межі\n2. ЛНУ, Освіта 2\n🟢 високий, на 5,290 вище торішньої межі',
      '<b>Реалістично</b>\n3. ЛНУ, Освіта 3\n🟦 середній, на 1,829 вище торішньої межі',
    ])
  })

  it('says what holds with the grades of now, not of when it was made', async () => {
    await makePlan()
    data.results.set(chat.chatId, [
      { nmtYear: 2025, source: 'own', grades: { ...GRADES, ukr: 100, math: 140 } },
    ])
    await chat.say('/plan')
    expect(chat.last()).toMatch(/Аналітика даних\n.*нижче торішньої межі/)
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: { ...GRADES, math: 0 } }])
    await chat.say('/plan')
    expect(chat.last()).toContain('1. ЛНУ, Системи\n⛔️ з нинішніми балами сюди не подати\n2. ')
    expect(chat.last()).not.toContain('Амбітно')
  })

  it('explains the order by wishes where there are several, and the multiplier where it counts', async () => {
    await makePlan()
    expect(chat.last()).toContain('сміливіше — вище, надійніше — нижче')
    expect(chat.last()).not.toContain('галузевий коефіцієнт')
    data.offers.push({ ...PRIMARY_EDUCATION, weights: INFORMATICS.weights })
    data.applicants.set(PRIMARY_EDUCATION.offerId, applications([5, 140_000, 1]))
    data.wishes.set(chat.chatId, { specialityCodes: ['A3', 'F3'], regionIds: [], funding: 'budget' })
    await chat.press('Інші побажання')
    await chat.press('Скласти план')
    expect(chat.last()).toMatch(/1\. ЛНУ, Початкова освіта/)
    expect(chat.last()).toContain('бажане — вище, а в межах одного бажання сміливіше — вище')
    expect(chat.last()).toContain('Виняток — галузевий коефіцієнт (ГК) 1,02')
  })

  it('is of the year before while the first offers of a new one do not meet the wishes', async () => {
    data.offers.push({
      ...INFORMATICS,
      year: 2026,
      offerId: 7,
      speciality: { ...INFORMATICS.speciality, code: 'A1' },
    })
    data.wishes.set(chat.chatId, { specialityCodes: ['F3'], regionIds: [], funding: 'budget' })
    await makePlan()
    expect(chat.last()).toContain('F3 · уся Україна · 2025')
    expect(chat.last()).toContain('Інформатика')
  })

  it('says what of its figures is modelled', async () => {
    await makePlan()
    expect(chat.last()).not.toContain('Демонстраційні дані')
    for (const offer of data.offers) offer.generated = { places: true, applicants: true, history: false }
    await chat.press('Інші побажання')
    await chat.press('Скласти план')
    expect(chat.last()).toContain('Демонстраційні дані: заяви та місця змодельовано.')
  })

  it('opens an offer and comes back, at no cost', async () => {
    await makePlan()
    await chat.press('1')
    expect(chat.last()).toContain('Шанс на бюджет: 🔶 <b>низький</b>')
    await chat.press('Стежити')
    expect(chat.lastButtons()[0]).toContain('Не стежити')
    await chat.press('‹ План вступу')
    expect(chat.last()).toContain('лишилося: 2 з 3')
    await chat.say('/plan')
    expect(chat.last()).toContain('лишилося: 2 з 3')
  })

  it('a second tap on the same button makes no second plan', async () => {
    await chat.say('/plan')
    const { data: press, messageId } = chat.find('Скласти план')
    await chat.pressData(press, messageId)
    await chat.pressData(press, messageId)
    expect(data.plans.get(chat.chatId)).toHaveLength(1)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('лишилося: 2 з 3')
  })

  it('three a day, until midnight in Kyiv; the last one stays readable', async () => {
    // The night in which summer time ends: the day has 25 hours.
    chat.clock.value = new Date('2025-10-25T21:30:00Z')
    for (let times = 1; times <= 3; times += 1) {
      if (times > 1) await chat.press('Інші побажання')
      else await chat.say('/plan')
      await chat.press('Скласти план')
      expect(chat.last()).toContain(`лишилося: ${3 - times} з 3`)
    }
    chat.clock.value = new Date('2025-10-26T21:59:59Z')
    await chat.press('Інші побажання')
    await chat.press('Скласти план')
    expect(chat.last()).toContain('3 плани на сьогодні вже є, новий — після опівночі.')
    // Once is enough.
    expect(chat.last()).not.toContain('лишилося')
    expect(chat.last()).toContain('Амбітно')
    expect(data.plans.get(chat.chatId)).toHaveLength(3)
    chat.clock.value = new Date('2025-10-26T22:00:00Z')
    await makePlan()
    expect(chat.last()).toContain('лишилося: 2 з 3')
  })

  it('follows as many of them as there is room for, and offers it no more', async () => {
    open('uk', 2)
    await makePlan()
    const told = vi.spyOn(repos.offerTold, 'record')
    const { data: press, messageId } = chat.find('Стежити за всіма')
    await chat.pressData(press, messageId)
    expect(chat.toasts.at(-1)).toBe('Додано 2, не вмістилося 1')
    expect(chat.lastButtons()).toEqual(['1 | 2 | 3', 'Мої пропозиції', 'Інші побажання | ‹ Меню'])
    await chat.pressData(press, messageId)
    expect(chat.toasts.at(-1)).toBe('Вільних місць немає')
    expect(data.tracked.get(chat.chatId)).toHaveLength(2)
    // A digest tells what is different from what was seen here.
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('leads to what is followed once all of it is, room or not', async () => {
    await makePlan()
    await chat.press('Стежити за всіма')
    expect(chat.toasts.at(-1)).toBe('Стежимо за всіма')
    expect(chat.lastButtons()[1]).toBe('Мої пропозиції')
    await chat.press('Мої пропозиції')
    expect(chat.last()).toContain('<b>Мої пропозиції</b> · 3 з 5')
  })

  it('follows what is left of a plan of which an offer is gone', async () => {
    await makePlan()
    data.offers.splice(1, 1)
    await chat.press('Стежити за всіма')
    expect(chat.toasts.at(-1)).toBe('Стежимо за всіма')
    expect(chat.lastButtons()[1]).toBe('Мої пропозиції')
  })
})

describe('wishes', () => {
  it('are found, chosen, five at most, and remembered', async () => {
    await chat.say('/plan')
    await chat.press('Спеціальності')
    await chat.say('програм')
    expect(chat.last()).toContain('Пошук «програм»: 1')
    await chat.press('Показати всі')
    for (const { code } of data.specialities) {
      const label = chat
        .lastButtons()
        .flatMap((row) => row.split(' | '))
        .find((text) => text.startsWith(code))
      await chat.press(label ?? code)
    }
    expect(data.wishes.get(chat.chatId)?.specialityCodes).toEqual(['F2', 'F3', 'A1', 'A2', 'A3'])
    expect(chat.toasts.at(-1)).toBe('Уже 5 спеціальностей')
    await chat.press('‹ До побажань')
    await chat.press('Показати контракт')
    await chat.press('Скласти план')
    expect(chat.last()).toContain('· контракт\nF2, F3, A1, A2, A3')
  })

  it('that nothing meets say what to loosen, and cost no plan', async () => {
    await chat.say('/plan')
    await chat.press('Спеціальності')
    await chat.press('A1 A1')
    await chat.press('‹ До побажань')
    await chat.press('Скласти план')
    expect(chat.last()).toContain('За цими побажаннями пропозицій немає.\nБез спеціальностей було б 3.')
    expect(data.plans.size).toBe(0)
    await chat.press('Інші побажання')
    expect(chat.last()).toContain('Обери, куди хочеш')
  })

  it('begin with the filters of open days', async () => {
    data.filters.set(chat.chatId, { specialityCodes: ['F3'], regionIds: [], universityIds: [] })
    await chat.say('/plan')
    expect(chat.last()).toContain('F3 · уся Україна')
  })

  it('speak English too', async () => {
    open('en')
    await chat.say('/plan')
    await chat.press('Make a plan')
    expect(chat.last()).toContain('<b>Admission plan</b> · state-funded\nall specialities · all Ukraine')
    expect(chat.last()).toContain('Plans left today: 2 of 3.')
    chat.replies.forEach(checkLimits)
  })
})
