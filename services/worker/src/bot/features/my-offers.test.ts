import { beforeEach, describe, expect, it } from 'vitest'
import type { OfferDetails } from '@abitly/database'
import { checkLimits } from '../testing/check-limits.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import {
  applications,
  GRADES,
  INFORMATICS,
  INFORMATICS_LIST,
  MID_CAMPAIGN,
  PRIMARY_EDUCATION,
  variantOf,
} from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** Informatics in Kharkiv: the same weights, a regional multiplier of 1.07. */
const KHARKIV: OfferDetails = {
  ...variantOf(INFORMATICS, 1473428, 'Інформатика'),
  rk: '1.07',
  university: { ...INFORMATICS.university, id: 2, short: { uk: 'ХНУРЕ', en: 'NURE' } },
  places: { ...INFORMATICS.places, maxBudget: 30, quota1: 3, quota2: 3 },
  lastYear: { year: 2024, minEnrolledBudget: 150_318, minEnrolledContract: null, generated: false },
}
const ANALYTICS = variantOf(INFORMATICS, 1471392, 'Аналітика даних')

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']
let queries: string[]

function open(offers: OfferDetails[], options: Partial<TestChatOptions> = {}): void {
  const fake = fakeRepositories(offers)
  data = fake.data
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  // 196,421 is fourth or fifth.
  data.applicants.set(KHARKIV.offerId, applications([3, 199_000, 1], [1, 196_421, 2], [150, 150_000, 1]))
  // Behind 170 of 300.
  data.applicants.set(ANALYTICS.offerId, applications([170, 190_000, 1], [130, 140_000, 1]))
  queries = []
  chat = testChat({ repos: counting(fake.repos), ...options })
  data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
}

/** Notes every call of a repository. */
function counting<T extends object>(repos: T): T {
  const watched = Object.entries(repos as Record<string, object>).map(([name, repository]) => [
    name,
    new Proxy(repository, {
      get: (target, verb: string) => {
        queries.push(`${name}.${verb}`)
        return Reflect.get(target, verb) as unknown
      },
    }),
  ])
  return Object.fromEntries(watched) as T
}

async function follow(...offers: OfferDetails[]): Promise<void> {
  for (const { offerId, year } of offers) {
    const row = data.offers.find((offer) => offer.offerId === offerId)!
    const { programme, university, speciality, form, kind, places } = row
    const traits = { form, kind, places }
    const names = { programme, universityShort: university.short, specialityCode: speciality.code }
    const before = data.tracked.get(chat.chatId) ?? []
    data.tracked.set(chat.chatId, [
      ...before,
      { offerId, year, ...names, ...traits, trackedAt: MID_CAMPAIGN },
    ])
  }
}

const later = (ms: number): void => {
  chat.clock.value = new Date(chat.clock.value.getTime() + ms)
}

beforeEach(() => open([INFORMATICS, KHARKIV, ANALYTICS, PRIMARY_EDUCATION]))

describe('/myoffers', () => {
  it('shows score, place and chance of each, to the character', async () => {
    await follow(INFORMATICS, ANALYTICS)
    await chat.say('/myoffers')
    expect(chat.last()).toBe(
      '<b>Мої пропозиції</b> · 2 з 5\n\n' +
        '<b>1. Інформатика</b> — ЛНУ\n183,571 · місце 63–66 з 341\n🟢 високий\n\n' +
        '<b>2. Аналітика даних</b> — ЛНУ\n183,571 · місце 171 з 301\n🔻 дуже низький\n\n' +
        '<i>Дані на 24 липня, 09:40.</i>',
    )
    expect(chat.lastButtons()).toEqual(['1 | 2', 'Порівняти | Не стежити…', 'Статистика | ‹ Меню'])
    chat.replies.forEach(checkLimits)
  })

  it('says the same in English', async () => {
    open([INFORMATICS], { languageCode: 'en' })
    await follow(INFORMATICS)
    await chat.say('/myoffers')
    expect(chat.last()).toBe(
      '<b>My offers</b> · 1 of 5\n\n<b>1. Informatics</b> — LNU\n183.571 · rank 63–66 of 341\n🟢 high\n\n' +
        '<i>Data as of 24 July, 09:40.</i>',
    )
    expect(chat.lastButtons()).toEqual(['1', 'Unfollow…', 'Statistics | ‹ Menu'])
  })

  it('offers the first step to who follows nothing', async () => {
    await chat.say('/myoffers')
    expect(chat.last()).toBe(
      'Поки що ні за чим не стежиш. Надішли посилання на пропозицію й натисни «Стежити» — тут з’являться місце, шанс і зміни.',
    )
    expect(chat.lastButtons()).toEqual(['Показати на прикладі', '‹ Меню'])
  })

  it('asks for grades where there are none', async () => {
    await follow(INFORMATICS, KHARKIV)
    data.results.clear()
    await chat.say('/myoffers')
    expect(chat.last()).toContain('<b>2. Інформатика</b> — ХНУРЕ\n\nДодай бали НМТ')
    expect(chat.lastButtons()).toEqual(['Додати бали НМТ', '1 | 2', 'Не стежити…', 'Статистика | ‹ Меню'])
  })

  it('shows both scores where ГК matters', async () => {
    data.applicants.set(PRIMARY_EDUCATION.offerId, applications([8, 190_000, 1], [60, 150_000, 1]))
    data.results.set(chat.chatId, [
      { nmtYear: 2025, source: 'own', grades: { ukr: 180, math: 165, hist: 175, foreign: 172 } },
    ])
    await follow(PRIMARY_EDUCATION)
    await chat.say('/myoffers')
    // (180·0.35 + 165·0.35 + 175·0.4 + 172·0.4) ÷ 1.5 = 173.033; × 1.02 = 176.494
    expect(chat.last()).toContain(
      '— ЛНУ\nП1–2: 176,494 · місце 9 з 69\n🟢 високий\nП3 і далі: 173,033 · місце 9 · 🟢 високий\n',
    )
  })

  it.each([
    [
      { budget: 175_000, contract: null },
      'П1–2: 176,494 · місце 9 з 69\n🟢 високий\nП3 і далі: 173,033 · менше ніж 175: на бюджет не допускають\n',
    ],
    [
      { budget: 175_000, contract: 175_000 },
      'П1–2: 176,494 · місце 9 з 69\n🟢 високий\n' +
        'П3 і далі: 173,033 · менше ніж 175: не допускають ні на бюджет, ні на контракт\n',
    ],
    [{ budget: 180_000, contract: null }, '— ЛНУ\n176,494 · менше ніж 180: на бюджет не допускають\n\n'],
  ])('says when the score of later priorities is below the minimum: %j', async (minScore, lines) => {
    const offer = { ...PRIMARY_EDUCATION, minScore }
    data.offers.splice(0, Infinity, offer)
    data.applicants.set(offer.offerId, applications([8, 190_000, 1], [60, 150_000, 1]))
    data.results.set(chat.chatId, [
      { nmtYear: 2025, source: 'own', grades: { ukr: 180, math: 165, hist: 175, foreign: 172 } },
    ])
    await follow(offer)
    await chat.say('/myoffers')
    expect(chat.last()).toContain(lines)
  })

  it.each([
    ['no list', {}, [], '183,571 · заяв ще немає, місце невідоме'],
    ['no state-funded places', { kind: 'nonbudget' }, null, '183,571 · ⚪️ лише контракт'],
    [
      'below the minimum',
      { minScore: { budget: 190_000, contract: null } },
      null,
      '183,571 · менше ніж 190: на бюджет не допускають',
    ],
    [
      'below the minimum of both',
      { minScore: { budget: 190_000, contract: 190_000 } },
      null,
      '183,571 · менше ніж 190: не допускають ні на бюджет, ні на контракт',
    ],
    [
      'places nobody has announced',
      { places: { ...INFORMATICS.places, maxBudget: null } },
      null,
      '183,571 · скільки бюджетних місць, ще не оголошено',
    ],
    [
      'a grade too low',
      { weights: { ...INFORMATICS.weights, math: { k: '0.50', minGrade: 195 } } },
      null,
      'Тут з математики потрібно щонайменше 195, у тебе — 190: заяву не допустять.',
    ],
  ] as [string, Partial<OfferDetails>, [] | null, string][])(
    'has a line for %s',
    async (_name, changes, list, line) => {
      open([{ ...INFORMATICS, ...changes }])
      if (list !== null) data.applicants.set(INFORMATICS.offerId, list)
      await follow(INFORMATICS)
      await chat.say('/myoffers')
      expect(chat.last().split('\n')[3]).toBe(line)
    },
  )

  it('reads the offers of a page in a handful of queries', async () => {
    await follow(INFORMATICS, KHARKIV, ANALYTICS)
    await chat.say('/start')
    queries.length = 0
    await chat.say('/myoffers')
    expect(queries.length).toBeLessThanOrEqual(12)
    expect(queries.filter((query) => query.startsWith('applicants'))).toEqual(['applicants.ofOffers'])
  })

  it('marks invented numbers', async () => {
    open([{ ...INFORMATICS, generated: { places: true, applicants: true, history: false } }])
    await follow(INFORMATICS)
    await chat.say('/myoffers')
    expect(chat.last()).toContain(
      '<i>Дані на 24 липня.</i>\n<i>Демонстраційні дані: заяви та місця змодельовано.</i>',
    )
  })
})

describe('changes', () => {
  const lastLines = (): string[] => chat.last().split('\n')

  it('are counted from the last day, however often the list is opened', async () => {
    await follow(INFORMATICS)
    await chat.say('/myoffers')
    expect(chat.last()).not.toContain('змін')
    later(2 * HOUR)
    await chat.say('/myoffers')
    expect(chat.last()).not.toContain('змін')
    later(DAY)
    data.applicants.set(
      INFORMATICS.offerId,
      applications([58, 190_000, 1], [3, 183_571, 1], [275, 150_000, 1]),
    )
    for (let times = 0; times < 3; times += 1) {
      await chat.say('/myoffers')
      expect(lastLines()[4]).toBe('🟢 високий · ▲ на 4 вище')
      expect(lastLines().at(-1)).toBe('<i>Зміни — від учора. Дані на 24 липня, 09:40.</i>')
    }
    later(DAY)
    await chat.say('/myoffers')
    expect(lastLines()[4]).toBe('🟢 високий · без змін')
  })

  it('name the day when it is longer ago, and the chance that was', async () => {
    await follow(INFORMATICS)
    await chat.say('/myoffers')
    later(3 * DAY)
    data.applicants.set(INFORMATICS.offerId, applications([73, 190_000, 2], [275, 150_000, 1]))
    await chat.say('/myoffers')
    expect(lastLines()[4]).toBe('🟦 середній (був 🟢 високий) · ▼ на 11 нижче')
    expect(lastLines().at(-1)).toContain('Зміни — від 24 липня.')
  })

  it('tell another score from another list', async () => {
    await follow(INFORMATICS)
    await chat.say('/myoffers')
    later(DAY)
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: { ...GRADES, math: 200 } }])
    await chat.say('/myoffers')
    expect(lastLines()[4]).toBe('🟢 високий · ▲ на 3 вище, бал інший')
  })

  it('begin anew for an offer that is followed again', async () => {
    await follow(INFORMATICS, KHARKIV)
    await chat.say('/myoffers')
    later(DAY)
    await chat.press('Не стежити…')
    await chat.press('Інформатика, ЛНУ')
    await chat.say('vstup.edbo.gov.ua/offer/1481286')
    await chat.press('Стежити')
    await chat.say('/myoffers')
    expect(lastLines().filter((line) => line.includes('без змін'))).toHaveLength(1)
  })
})

describe('the list of followed offers', () => {
  it('opens an offer, and leads back to itself', async () => {
    await follow(INFORMATICS, KHARKIV)
    await chat.say('/myoffers')
    const [reply] = await chat.press('2')
    expect(reply?.method).toBe('editMessageText')
    expect(chat.last()).toContain('<b>Твій бал: 196,421</b>')
    expect(chat.lastButtons()).toEqual(['Не стежити | Графік', 'Мої бали | На сайті', '‹ Мої пропозиції'])
    await chat.press('‹ Мої пропозиції')
    expect(chat.last()).toContain('<b>Мої пропозиції</b> · 2 з 5')
  })

  it('gives up one of them by a chooser, once', async () => {
    await follow(INFORMATICS, KHARKIV)
    await chat.say('/myoffers')
    await chat.press('Не стежити…')
    expect(chat.last()).toBe('<b>За якою пропозицією більше не стежити?</b>')
    expect(chat.lastButtons()).toEqual(['Інформатика, ЛНУ', 'Інформатика, ХНУРЕ', '‹ Мої пропозиції'])
    const { data: pressed, messageId } = chat.find('Інформатика, ЛНУ')
    await chat.pressData(pressed, messageId)
    await chat.pressData(pressed, messageId)
    expect(chat.toasts.at(-1)).toBe('Більше не стежимо')
    expect(chat.last()).toContain('· 1 з 5\n\n<b>1. Інформатика</b> — ХНУРЕ')
    await chat.press('Не стежити…')
    await chat.press('Інформатика, ХНУРЕ')
    expect(chat.last()).toContain('ні за чим не стежиш')
  })

  it('tells programmes of one name apart, in rows and buttons', async () => {
    const twin = { ...INFORMATICS, offerId: 1600000 }
    const ofTeachers = {
      ...INFORMATICS,
      offerId: 1600001,
      speciality: { ...INFORMATICS.speciality, code: 'A4' },
    }
    open([INFORMATICS, twin, ofTeachers])
    await follow(INFORMATICS, twin, ofTeachers)
    await chat.say('/myoffers')
    expect(chat.last()).toContain('<b>2. Інформатика</b> — ЛНУ · № 1600000\n')
    expect(chat.last()).toContain('<b>3. Інформатика</b> — ЛНУ · A4\n')
    await chat.press('Не стежити…')
    expect(chat.lastButtons().slice(0, 3)).toEqual([
      'Інформатика, ЛНУ · № 1481286',
      'Інформатика, ЛНУ · № 1600000',
      'Інформатика, ЛНУ · A4',
    ])
    chat.replies.forEach(checkLimits)
  })

  it('tells them by what people say, where that is enough', async () => {
    const paid = { ...INFORMATICS, offerId: 1600000, kind: 'nonbudget' as const }
    const partTime = { ...INFORMATICS, offerId: 1600001, form: 'part-time' as const }
    open([INFORMATICS, paid, partTime])
    await follow(INFORMATICS, paid, partTime)
    await chat.say('/myoffers')
    expect(chat.last()).toContain('<b>2. Інформатика</b> — ЛНУ · контракт\n')
    await chat.press('Не стежити…')
    expect(chat.lastButtons().slice(0, 3)).toEqual([
      'Інформатика, ЛНУ',
      'Інформатика, ЛНУ · контракт',
      'Інформатика, ЛНУ · заочна',
    ])
    chat.replies.forEach(checkLimits)
  })

  it('has pages, comes back to the right one, and survives a list that has become shorter', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      variantOf(INFORMATICS, 1500000 + index, `Програма ${index + 1}`),
    )
    open(many, { limit: 50 })
    await follow(...many)
    await chat.say('/myoffers')
    expect(chat.lastButtons()).toEqual([
      '1 | 2 | 3 | 4 | 5',
      '‹ | 1 з 3 | ›',
      'Порівняти | Не стежити…',
      'Статистика | ‹ Меню',
    ])
    await chat.press('›')
    expect(chat.last()).toContain('<b>6. Програма 6</b>')
    await chat.press('7')
    expect(chat.last()).toContain('<b>Програма 7</b>')
    await chat.press('‹ Мої пропозиції')
    expect(chat.lastButtons()[1]).toBe('‹ | 2 з 3 | ›')
    await chat.press('›')
    await chat.press('Порівняти')
    expect(chat.last()).toContain('<b>Порівняння</b> · 11–12 з 12')
    await chat.press('‹ Мої пропозиції')
    await chat.press('Не стежити…')
    await chat.press('Програма 12, ЛНУ')
    expect(chat.lastButtons()[0]).toBe('11')
    data.tracked.set(chat.chatId, data.tracked.get(chat.chatId)!.slice(0, 3))
    await chat.press('Не стежити…')
    expect(chat.lastButtons()[0]).toBe('Програма 1, ЛНУ')
  })
})

describe('the comparison', () => {
  it('puts the best chance first and says why scores differ, to the character', async () => {
    await follow(ANALYTICS, INFORMATICS, KHARKIV)
    await chat.say('/myoffers')
    await chat.press('Порівняти')
    expect(chat.last()).toBe(
      '<b>Порівняння</b>\n\n' +
        '<b>ХНУРЕ</b> · Інформатика\n🟢 високий: місце 4–5, до 30 місць\nБал 196,421 <i>(РК 1,07)</i>\n' +
        'Торік від 150,318, запас <b>+46,103</b>\n\n' +
        '<b>ЛНУ</b> · Інформатика\n🟢 високий: місце 63–66, до 85 місць\nБал 183,571\n' +
        'Торік від 171,204, запас <b>+12,367</b>\n\n' +
        '<b>ЛНУ</b> · Аналітика даних\n🔻 дуже низький: місце 171, до 85 місць\nБал 183,571\n' +
        'Торік від 171,204, запас <b>+12,367</b>\n\n' +
        '<i>Бали різні, бо РК залежить від закладу. Дані на 24 липня, 09:40.</i>',
    )
    expect(chat.lastButtons()).toEqual(['‹ Мої пропозиції', '‹ Меню'])
    expect(chat.last()).not.toContain('<pre>')
  })

  it('names what is missing, in English, too', async () => {
    const added = { kind: 'nonbudget' as const, lastYear: null }
    const contract = { ...variantOf(INFORMATICS, 1500001, 'Контракт'), ...added }
    const fixed = { ...variantOf(INFORMATICS, 1500002, 'Нова'), lastYear: null, kind: 'fixed' as const }
    open([contract, fixed, INFORMATICS], { languageCode: 'en' })
    data.applicants.set(fixed.offerId, applications([200, 190_000, 1]))
    await follow(contract, fixed, INFORMATICS)
    await chat.say('/myoffers')
    await chat.press('Compare')
    const blocks = chat.last().split('\n\n')
    expect(blocks[2]).toBe(
      '<b>LNU</b> · Нова\n🔻 very low: rank 201, 85 places\nScore 183.571\nNo cut-offs of past years',
    )
    expect(blocks[3]).toBe('<b>LNU</b> · Контракт\n⚪️ tuition-paid only: 210 places\nScore 183.571')
    expect(blocks[4]).toBe('<i>Data as of 24 July, 09:40.</i>')
  })

  it('of one offer is the list', async () => {
    await follow(INFORMATICS)
    await chat.say('/start')
    await chat.pressData('1:mc:0', 1)
    expect(chat.messages.get(1)?.text).toContain('Мої пропозиції')
  })
})
