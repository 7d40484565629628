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

const ANALYTICS = variantOf(INFORMATICS, 1471392, 'Аналітика даних')
const CONTRACT: OfferDetails = {
  ...variantOf(INFORMATICS, 1471393, 'Дизайн'),
  kind: 'nonbudget',
  lastYear: null,
}

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

function open(options: Partial<TestChatOptions> = {}, offers = [INFORMATICS, ANALYTICS, CONTRACT]): void {
  const fake = fakeRepositories(offers)
  data = fake.data
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  data.applicants.set(ANALYTICS.offerId, applications([70, 190_000, 2], [30, 140_000, 1]))
  chat = testChat({ repos: fake.repos, ...options })
  data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
  data.tracked.set(
    chat.chatId,
    offers.map(({ offerId, year, programme, university, speciality, form, kind, places }) => {
      const names = { programme, universityShort: university.short, specialityCode: speciality.code }
      return { offerId, year, ...names, form, kind, places, trackedAt: MID_CAMPAIGN }
    }),
  )
}

beforeEach(() => open())

describe('/statistics', () => {
  it('shows grades, shares and chances, to the character', async () => {
    await chat.say('/statistics')
    // 275 of 340 are below 183,571: 80.88 %; 30 of 100.
    expect(chat.last()).toBe(
      '📊 <b>Моя статистика</b>\n\n' +
        'НМТ 2025: середній бал <b>181,25</b>; найсильніше — математика 190, фізика 185\n\n' +
        '<b>Твій бал вищий, ніж у</b>\n81 % заяв — ЛНУ, Інформатика\n30 % заяв — ЛНУ, Аналітика даних\n\n' +
        '<b>Шанси на бюджет:</b>\n🟢 високий — 1\n🟦 середній — 1\n⚪️ лише контракт — 1\n\n' +
        '<i>Місця й умови кожного шансу — у «Моїх пропозиціях». Дані на 24 липня, 09:40.</i>',
    )
    expect(chat.lastButtons()).toEqual(['Показати графіком', 'За пропозицією…', 'Мої пропозиції | ‹ Меню'])
    chat.replies.forEach(checkLimits)
  })

  it('says the same in English', async () => {
    open({ languageCode: 'en' })
    await chat.say('/statistics')
    expect(chat.last()).toContain('NMT 2025: average <b>181.25</b>; strongest: mathematics 190, physics 185')
    expect(chat.last()).toContain('81% of applications — LNU, Informatics')
  })

  it('asks for grades where there are none, and still shows offers', async () => {
    data.results.clear()
    await chat.say('/statistics')
    expect(chat.last()).toContain('Додай бали НМТ')
    expect(chat.lastButtons()).toEqual(['Додати бали НМТ', 'За пропозицією…', '‹ Меню'])
  })

  it('shows the grades alone to who follows nothing', async () => {
    data.tracked.clear()
    await chat.say('/statistics')
    expect(chat.last()).toContain('<b>181,25</b>')
    expect(chat.last()).toContain('Стеж за пропозиціями')
    expect(chat.lastButtons()).toEqual(['Показати на прикладі', '‹ Меню'])
  })

  it('names what was not passed, and a year without anything passed', async () => {
    data.results.set(chat.chatId, [
      { nmtYear: 2026, source: 'own', grades: { ukr: 0 } },
      { nmtYear: 2025, source: 'own', grades: { ukr: 150, math: 151, hist: 151, phys: 0 } },
    ])
    await chat.say('/statistics')
    const [, grades] = chat.last().split('\n\n')
    expect(grades).toBe(
      'НМТ 2026: жодного предмета не складено\n' +
        'НМТ 2025: середній бал <b>150,67</b>; найсильніше — математика 151, історія 151\n' +
        'Не складено й не враховано: фізика',
    )
  })

  it('compares by the score the lists lead with, and says for which priorities', async () => {
    open({}, [PRIMARY_EDUCATION])
    data.applicants.set(
      PRIMARY_EDUCATION.offerId,
      applications([8, 190_000, 1], [30, 175_000, 1], [62, 150_000, 1]),
    )
    const grades = { ukr: 180, math: 165, hist: 175, foreign: 172 }
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades }])
    await chat.say('/statistics')
    // 176,494 with the branch multiplier, 173,033 without.
    expect(chat.last()).toContain('92 % заяв — ЛНУ, Початкова освіта (П1–2)')
    await chat.press('За пропозицією…')
    await chat.press('Початкова освіта, ЛНУ')
    expect(chat.last()).toContain('Твій <b>176,494</b> (П1–2) вищий, ніж у <b>92 %</b> заяв')
  })

  it('counts apart where the score or a grade does not admit', async () => {
    const below = {
      ...variantOf(INFORMATICS, 1471394, 'Медицина'),
      minScore: { budget: 190_000, contract: null },
    }
    const strict = {
      ...variantOf(INFORMATICS, 1471395, 'Фізика'),
      weights: { ...INFORMATICS.weights, math: { k: '0.50', minGrade: 195 } },
    }
    open({}, [INFORMATICS, ANALYTICS, below, strict])
    data.applicants.delete(ANALYTICS.offerId)
    data.applicants.set(below.offerId, INFORMATICS_LIST)
    await chat.say('/statistics')
    expect(chat.last()).toContain(
      '<b>Шанси на бюджет:</b>\n🟢 високий — 1\nне допускають — 2\nбез оцінки — 1\n',
    )
  })

  it('counts ten offers at most, and says so', async () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      variantOf(INFORMATICS, 1500000 + index, `П ${index}`),
    )
    open({ limit: 50 }, many)
    await chat.say('/statistics')
    expect(chat.last()).toContain('без оцінки — 10')
    expect(chat.last()).toContain('Враховано 10 із 12 пропозицій.')
  })
})

describe('the statistics of an offer', () => {
  async function show(name = 'Інформатика, ЛНУ'): Promise<string> {
    await chat.say('/statistics')
    await chat.press('За пропозицією…')
    await chat.press(name)
    return chat.last()
  }

  it('has applications, scores, places and former years, to the character', async () => {
    data.figures.set(INFORMATICS.offerId, {
      admitted: 460,
      history: [
        { year: 2024, minEnrolledBudget: 171_204, minEnrolledContract: 118_500, generated: false },
        { year: 2023, minEnrolledBudget: 168_000, minEnrolledContract: null, generated: true },
      ],
    })
    data.applicants.set(
      INFORMATICS.offerId,
      applications([62, 190_000, 1], [3, 183_571, 2], [275, 150_000, 7]),
    )
    expect(await show()).toBe(
      '📊 <b>Інформатика</b> — ЛНУ\nF3 · 2025\n\n' +
        '<b>Заяви</b>\nподано 477 · допущено 460 · на бюджет 341\nПріоритети (340): 1 — 62 · 2 — 3 · 6 і далі — 275\n\n' +
        '<b>Бали на бюджет</b> · 340, без квот\nвід 150,000 до 190,000\nсередній — 157,590\n' +
        'Половина заяв: 150,000–150,000\nТвій <b>183,571</b> вищий, ніж у <b>81 %</b> заяв\n\n' +
        'Бюджет: до 85 місць — <i>верхня межа, реально буває менше</i>\nКонтракт: 125 місць\n\n' +
        '<b>Минулі роки</b>\n2024: бюджет від 171,204, контракт від 118,500\n' +
        '2023: бюджет від 168,000 <i>(змодельовано)</i>\n\n' +
        '<i>Дані на 24 липня, 09:40.</i>',
    )
    expect(chat.lastButtons()).toEqual(['Графік', '‹ До пропозиції | ‹ Меню', '‹ Моя статистика'])
    chat.replies.forEach(checkLimits)
  })

  it('counts those for a contract where there is nothing else, and has nothing to say without a list', async () => {
    expect(await show('Дизайн, ЛНУ')).toContain('⚪️ <b>Лише контракт</b>')
    expect(chat.last()).not.toContain('Бали')
    const paid = applications([3, 150_000, 6]).map((one) => ({ ...one, funding: 'contract' as const }))
    data.applicants.set(CONTRACT.offerId, paid)
    expect(await show('Дизайн, ЛНУ')).toContain('<b>Бали на контракт</b> · 3\n')
    expect(chat.last()).toContain('вищий, ніж у <b>100 %</b>')
  })

  it('compares with nobody whom nobody is below', async () => {
    data.applicants.set(INFORMATICS.offerId, applications([40, 190_000, 1], [3, 183_571, 1]))
    data.applicants.set(ANALYTICS.offerId, applications([40, 190_000, 1]))
    const shown = await show()
    expect(shown).toContain('Половина заяв: 190,000–190,000\n\n')
    expect(shown).not.toContain('вищий')
    await chat.say('/statistics')
    expect(chat.last()).not.toContain('вищий, ніж у')
  })

  it('shows published figures where there is no list', async () => {
    data.figures.set(CONTRACT.offerId, {
      minScore: 104_800,
      avgScore: 139_400,
      maxScore: 194_600,
      enrolledBudget: 18,
    })
    expect(await show('Дизайн, ЛНУ')).toContain(
      '<b>Бали допущених</b>\nвід 104,800 до 194,600\nсередній — 139,400',
    )
    expect(chat.last()).toContain('зараховано на бюджет 18')
  })

  it('leads to the offer and back, and has a way out when the offer is gone', async () => {
    await show()
    await chat.press('‹ До пропозиції')
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
    await show()
    await chat.press('‹ Моя статистика')
    await chat.press('За пропозицією…')
    data.offers.length = 0
    await chat.press('Інформатика, ЛНУ')
    expect(chat.last()).toContain('у базі немає')
  })
})
