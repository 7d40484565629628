import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { enterGrades } from '../support/enter-grades.ts'
import { usePlatform } from '../support/use-platform.ts'
import type { Person } from '../support/telegram.ts'

const platform = usePlatform()

/** Informatics in Lviv and in Kharkiv (regional multiplier 1.07), software engineering in Kyiv. */
const [LVIV, KHARKIV, KYIV] = [1481286, 1473428, 1471393]

async function follower(...offers: number[]): Promise<Person> {
  const student = await platform.telegram.person()
  await student.write('/start')
  await enterGrades(student)
  await student.sees('збережено')
  for (const offer of offers) {
    await student.write(`https://vstup.edbo.gov.ua/offer/${offer}/`)
    await student.seesButton('Стежити', String(offer))
    await student.press('Стежити')
    await student.seesButton('Не стежити', String(offer))
  }
  return student
}

describe('/myoffers', () => {
  it('lists, opens, comes back, compares and gives up what a student follows', async () => {
    const student = await follower(LVIV, KHARKIV, KYIV)
    await student.write('/myoffers')
    await student.sees('Мої пропозиції · 3 з 5', '1. Інформатика — ЛНУ', '183,571 · місце', '196,421 · місце')
    await student.sees('Демонстраційні дані')
    await student.press('2')
    await student.sees('Твій бал: 196,421 · НМТ 2025')
    await student.press('‹ Мої пропозиції')
    await student.sees('Мої пропозиції · 3 з 5')
    await student.press('Порівняти')
    await student.sees('Порівняння', 'Бал 196,421 (РК 1,07)', 'бо РК залежить від закладу')
    await student.press('‹ Мої пропозиції')
    await student.press('Не стежити…')
    await student.sees('За якою пропозицією більше не стежити?')
    await student.press('Інформатика, ХНУРЕ')
    await student.sees('Мої пропозиції · 2 з 5')
    const texts = await student.botTexts()
    expect(texts.filter((text) => text.includes('Мої пропозиції'))).toHaveLength(1)
  })

  it('tells since yesterday what has changed, though it is opened twice', async () => {
    const student = await follower(LVIV)
    await student.write('/myoffers')
    const { text = '' } = await student.sees('183,571 · місце')
    expect(text).not.toContain('Зміни')
    await asIfSeenADayAgo(student)
    for (let times = 0; times < 2; times += 1) {
      const before = (await student.botTexts()).length
      await student.write('/myoffers')
      await expect.poll(async () => (await student.botTexts()).length, { timeout: 15_000 }).toBe(before + 1)
      await student.sees('▼ на 4 нижче', 'Зміни — від')
    }
  })

  it('begins with an example for who follows nothing', async () => {
    const student = await platform.telegram.person('en')
    await student.write('/myoffers')
    await student.sees('You follow nothing yet')
    await student.press('Show an example')
    await student.sees('183.571')
  })
})

describe('/statistics', () => {
  it('shows grades, shares and chances, and the figures of an offer', async () => {
    const student = await follower(LVIV, KHARKIV)
    await student.write('/statistics')
    await student.sees(
      'середній бал 181,25',
      'математика 190',
      'Твій бал вищий, ніж у',
      '% заяв — ЛНУ',
      'Шанси',
    )
    await student.press('За пропозицією…')
    await student.press('Інформатика, ЛНУ')
    await student.sees('подано 477', 'Пріоритети', 'середній — 163,092', 'Минулі роки', 'змодельовано')
    await student.press('‹ Моя статистика')
    await student.sees('Моя статистика')
  })
})

/** Moves the student's looks a day back, and lets them have seen a place four better. */
async function asIfSeenADayAgo({ id }: Person): Promise<void> {
  const { url, schema } = platform.database
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  await client.query(
    `UPDATE telegram_user_monitoring_offers SET created_at = created_at - interval '2 days'
      WHERE telegram_chat_id = $1`,
    [id],
  )
  const { rowCount } = await client.query(
    `UPDATE offer_looks SET seen_on = seen_on - 1, seen_at = seen_at - interval '1 day',
            rank_best = rank_best - 4, rank_worst = rank_worst - 4 WHERE telegram_chat_id = $1`,
    [id],
  )
  await client.end()
  expect(rowCount).toBe(1)
}
