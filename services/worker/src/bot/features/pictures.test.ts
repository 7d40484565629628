import { describe, expect, it } from 'vitest'
import { comparisonChartButton } from '../../use-cases/pictures/show-comparison-chart.ts'
import type { Button } from '../../use-cases/view.ts'
import { packPress } from '../callback-data/press.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import {
  applications,
  GRADES,
  INFORMATICS,
  INFORMATICS_LIST,
  PRIMARY_EDUCATION,
  variantOf,
} from '../testing/sample-offers.ts'
import { i18n, testChat } from '../testing/test-chat.ts'

const link = (offerId: number): string => `vstup.edbo.gov.ua/offer/${offerId}`
const OTHER = variantOf(INFORMATICS, 1481287, 'Аналітика даних')
const HOUR_MS = 3_600_000
const COMPARE = dataOf(comparisonChartButton(i18n.uk))

function dataOf(button: Button): string {
  return 'press' in button ? packPress(button.press) : ''
}

function setUp(grades: Record<string, number> | null = GRADES) {
  const { data, repos } = fakeRepositories([INFORMATICS, OTHER, PRIMARY_EDUCATION])
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  data.applicants.set(PRIMARY_EDUCATION.offerId, applications([30, 180_000, 1], [30, 160_000, 2]))
  const chat = testChat({ repos })
  if (grades !== null) data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades }])
  const methods = (): string[] => chat.replies.map(({ method }) => method)
  return { data, chat, methods }
}

describe('«Графік» under an offer', () => {
  it('sends a picture as its specification, with the same in words under it', async () => {
    const { chat } = setUp()
    await chat.say(link(1481286))
    const [call] = await chat.press('Графік')
    expect(call).toMatchObject({
      method: 'sendPhoto',
      payload: { chat_id: 500, parse_mode: 'HTML' },
      picture: {
        subject: 'offer:1481286:2025',
        spec: { kind: 'offer', mine: [{ score: 183_571 }], lastYear: { score: 171_204 } },
      },
    })
    expect(chat.last()).toBe(
      '<b>Інформатика</b>, ЛНУ. Твій бал 183,571 — вищий, ніж у 81 % із 340 заяв. ' +
        'Синім — заяви з вищим балом. Межа 85 місць зараз — 150,000. Торік на бюджет — від 171,204. Дані на 24 липня, 09:40.',
    )
    expect(chat.lastButtons()).toEqual(['Оновити | До пропозиції'])
    expect(chat.toasts.at(-1)).toBeUndefined()
  })

  it('pressed again replaces the first picture of that offer, and no other', async () => {
    const { data, chat, methods } = setUp()
    data.applicants.set(OTHER.offerId, INFORMATICS_LIST)
    await chat.say(link(1481286))
    await chat.press('Графік')
    const { messageId } = chat.find('Оновити')
    await chat.say(link(OTHER.offerId))
    await chat.press('Графік')
    expect(methods()).not.toContain('deleteMessage')
    await chat.say(link(1481286))
    const calls = await chat.press('Графік')
    expect(calls.map(({ method }) => method)).toEqual(['sendPhoto', 'deleteMessage'])
    expect(calls[1]?.payload).toEqual({ chat_id: 500, message_id: messageId })
  })

  it('takes the buttons off a picture that is too old to be deleted', async () => {
    const { chat } = setUp()
    await chat.say(link(1481286))
    await chat.press('Графік')
    chat.clock.value = new Date(chat.clock.value.getTime() + 48 * HOUR_MS)
    await chat.say(link(1481286))
    const calls = await chat.press('Графік')
    expect(calls.map(({ method }) => method)).toEqual(['sendPhoto', 'editMessageReplyMarkup'])
  })

  it('says so when nobody has applied', async () => {
    const { chat, methods } = setUp()
    await chat.say(link(OTHER.offerId))
    await chat.press('Графік')
    expect(chat.toasts.at(-1)).toBe('Заяв ще немає')
    expect(methods()).toEqual(['sendMessage'])
  })

  it('shows who has no grades the same without them, and invites', async () => {
    const { chat } = setUp(null)
    await chat.say(link(1481286))
    const [call] = await chat.press('Графік')
    expect(call?.picture?.spec).toMatchObject({ mine: [] })
    expect(chat.last()).toMatch(/09:40\.\nДодай бали НМТ — це пів хвилини/)
  })

  it('marks both scores where they depend on the priority', async () => {
    const { chat } = setUp({ ukr: 180, math: 165, hist: 175, foreign: 172 })
    await chat.say(link(PRIMARY_EDUCATION.offerId))
    const [call] = await chat.press('Графік')
    const spec = call?.picture?.spec
    expect(spec?.kind === 'offer' && spec.mine.map(({ label }) => label)).toEqual(
      ['П1–2', 'П3+'].map((x) => x.replace('–', '\u2060–\u2060')),
    )
    expect(chat.last()).toContain('Пріоритет 1–2: бал 176,494 — вищий, ніж у 50 % із 60 заяв.')
    expect(chat.last()).toContain('Пріоритет 3 і далі: бал 173,033')
  })

  it('marks the score of the priority that was told', async () => {
    const { data, chat } = setUp({ ukr: 180, math: 165, hist: 175, foreign: 172 })
    data.preferences.set(chat.chatId, { priority: 'later', quota: null })
    await chat.say(link(PRIMARY_EDUCATION.offerId))
    const [call] = await chat.press('Графік')
    const spec = call?.picture?.spec
    expect(spec?.kind === 'offer' && spec.mine.map(({ score }) => score)).toEqual([173_033])
    expect(chat.last()).toContain('Твій бал 173,033')
  })
})

describe('under a picture', () => {
  it('«Оновити» says when there is nothing new, and changes the picture in place when there is', async () => {
    const { data, chat } = setUp()
    await chat.say(link(1481286))
    await chat.press('Графік')
    const { messageId } = chat.find('Оновити')
    expect(await chat.press('Оновити')).toEqual([])
    expect(chat.toasts.at(-1)).toBe('Нових даних поки немає')
    data.applicants.set(
      1481286,
      [...INFORMATICS_LIST, ...applications([1, 199_000, 1])].map((one, index) => ({
        ...one,
        applicantKey: String(index),
      })),
    )
    expect(await chat.press('Оновити')).toMatchObject([
      {
        method: 'editMessageMedia',
        payload: { message_id: messageId, media: { type: 'photo', parse_mode: 'HTML' } },
      },
    ])
    expect(chat.last()).toContain('із 341 заяви')
  })

  it('«До пропозиції» brings the offer below it, and takes the buttons along', async () => {
    const { chat } = setUp()
    await chat.say(link(1481286))
    await chat.press('Графік')
    const calls = await chat.press('До пропозиції')
    expect(calls.map(({ method }) => method)).toEqual(['editMessageReplyMarkup', 'sendMessage'])
    expect(chat.last()).toContain('Твій бал: 183,571')
  })
})

describe('the comparison', () => {
  it('has a row per followed offer that has applicants, and names the others', async () => {
    const { chat } = setUp()
    for (const offerId of [1481286, OTHER.offerId]) {
      await chat.say(link(offerId))
      await chat.press('Стежити')
    }
    const [call] = await chat.pressData(COMPARE, 100)
    expect(call?.picture).toMatchObject({
      subject: 'comparison',
      spec: { rows: [{ note: '+12,367', p10: 150_000 }] },
    })
    expect(chat.last()).toBe(
      '📊 <b>Мої пропозиції: бали заяв</b>\n' +
        '1. <b>Інформатика</b>, ЛНУ: бал 183,571 — вищий, ніж у 81 % заяв, запас +12,367\n' +
        'Без заяв, тож без смуги: <b>Аналітика даних</b>, ЛНУ.\nДані на 24 липня, 09:40.',
    )
    expect(chat.lastButtons()).toEqual(['Оновити | ‹ Меню'])
  })

  it('agrees with the lists on margins, the age of the data and who takes part', async () => {
    const { data, chat } = setUp({ ukr: 180, math: 165, hist: 175, foreign: 172 })
    data.offers.splice(
      0,
      data.offers.length,
      {
        ...{ ...PRIMARY_EDUCATION, dataAt: new Date('2025-07-20T06:40:00Z') },
      },
      { ...INFORMATICS, kind: 'nonbudget' },
    )
    const paid = applications([4, 150_000, 1]).map((one, index) => ({
      ...{ ...one, funding: 'contract' as const, status: index < 2 ? 6 : 3 },
    }))
    data.applicants.set(INFORMATICS.offerId, paid)
    for (const offerId of [INFORMATICS.offerId, PRIMARY_EDUCATION.offerId]) {
      await chat.say(link(offerId))
      await chat.press('Стежити')
    }
    const [call] = await chat.pressData(COMPARE, 100)
    const spec = call?.picture?.spec
    expect(spec?.kind === 'comparison' && spec.rows.map(({ note }) => note)).toEqual(['+5,290', ''])
    expect(spec?.words.foot[0]).toMatch(/^Найдавніші дані\s—\sна\s20\sлипня,\s09:40$/)
    expect(chat.last()).toContain('Початкова освіта</b>, ЛНУ: бал 176,494 (П1–2) — вищий')
    expect(chat.last()).toMatch(/100 % заяв\nНайдавніші дані — на 20 липня, 09:40\.$/)
    await chat.say(link(INFORMATICS.offerId))
    await chat.press('Графік')
    expect(chat.last()).toContain('із 2 заяв.')
    expect(chat.last()).toContain('Скасовано, відхилено чи деактивовано — 2.')
  })

  it('says what is lacking to a cut-off', async () => {
    const { data, chat } = setUp()
    const lastYear = { year: 2024, minEnrolledBudget: 190_000, minEnrolledContract: null, generated: false }
    data.offers.splice(0, 1, { ...INFORMATICS, lastYear })
    await chat.say(link(1481286))
    await chat.press('Стежити')
    await chat.pressData(COMPARE, 100)
    expect(chat.last()).toContain('% заяв, бракує 6,429')
  })

  it('compares with nobody whom nobody is below, as the chart of an offer does', async () => {
    const { data, chat } = setUp()
    data.applicants.set(1481286, applications([90, 190_000, 1]))
    await chat.say(link(1481286))
    await chat.press('Стежити')
    await chat.press('Графік')
    expect(chat.last()).toContain('Твій бал 183,571. Синім')
    await chat.pressData(COMPARE, 100)
    expect(chat.last()).toContain('ЛНУ: бал 183,571, запас')
  })

  it('of nothing is a word', async () => {
    const { chat } = setUp()
    expect(await chat.pressData(COMPARE, 100)).toEqual([])
    expect(chat.toasts.at(-1)).toBe('Заяв ще немає')
  })
})
