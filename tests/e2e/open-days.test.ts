import { queryOnce } from '@abitly/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { usePlatform } from '../support/use-platform.ts'

/** Lviv university and a day long enough ahead for both reminders. */
const LVIV = 282
const AHEAD_DAYS = 20

const platform = usePlatform()
beforeAll(async () => {
  const { url, schema } = platform.database
  const sql = (text: string) => queryOnce(url, text.replaceAll('{schema}', schema))
  await sql('DELETE FROM {schema}.open_days')
  await sql(`INSERT INTO {schema}.open_days (university_id, title_uk, date, starts_at, ends_at, format, address, registration_url)
      SELECT ${LVIV}, 'День № ' || n, day, day + interval '8 hours', day + interval '10 hours', 'offline',
             'Львів, вул. Університетська, 1', CASE n WHEN 1 THEN 'https://example.org/join' ELSE 'tg://user?id=1' END
        FROM (SELECT n, current_date + ${AHEAD_DAYS} + n AS day FROM generate_series(1, 7) n) days`)
  await sql(`INSERT INTO {schema}.open_days (university_id, title_uk, date, format)
      SELECT id, 'День в іншому місті', current_date + ${AHEAD_DAYS}, 'online'
        FROM {schema}.universities WHERE region_id <> (SELECT region_id FROM {schema}.universities WHERE id = ${LVIV})
       ORDER BY id LIMIT 1`)
})

describe('a student', () => {
  it('finds an open day, marks it, takes it into the calendar, narrows the list, and mutes', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.press('Відкриті двері')
    await student.sees('Дні відкритих дверей', 'усі: 8', 'Час уточнюється')
    await student.press('›')
    await student.sees('6. ')
    await student.press('6')
    await student.sees('День № 5', 'Офлайн: Львів, вул. Університетська, 1')
    await student.press('Піду')
    await student.press('✓ Йдеш')
    await student.press('Піду')
    await student.press('‹ До списку')
    await student.sees('6. ', 'йдеш')
    await student.write('/myopendays')
    await student.sees('Куди йду · 1')
    await student.press('1')
    await student.press('У календар')
    await student.sees('Відкрий файл')
    const [file] = await student.documents()
    expect(file?.fileName).toMatch(/^open-day-\d{4}-\d\d-\d\d\.ics$/)
    expect(file?.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*\r\nEND:VCALENDAR\r\n$/)
    expect(file?.text).toContain('SUMMARY:ЛНУ: День № 5\r\n')
    await student.press('‹ До списку')
    await student.seesAnywhere('Куди йду · 1')
  })

  it('chooses filters by buttons and by typing, with a live count', async () => {
    const student = await platform.telegram.person()
    await student.write('/opendayfilters')
    await student.sees('Фільтри подій', 'Регіони: усі')
    await student.press('Регіони')
    await student.sees('Фільтр: регіони')
    await student.write('ЛЬВІВ')
    await student.sees('Пошук «ЛЬВІВ»: 1')
    await student.press('Львівська')
    await student.press('Готово: 7')
    await student.sees('за твоїми фільтрами: 7')
    await student.press('Фільтри (1)')
    await student.press('Університети')
    await student.sees('Фільтр: університети')
    await student.write('імені тараса шевченка')
    await student.sees('Пошук «імені тараса шевченка»')
    await student.press('КНУ')
    await student.press('Готово: 0')
    await student.sees('За цими фільтрами подій немає', 'Без фільтра', 'було б 7')
    await student.press('Показати всі')
    await student.sees('усі: 8')
  })

  it('comes by the link of a university, and hears of its new events', async () => {
    const student = await platform.telegram.person()
    await student.write(`/start university_${LVIV}`)
    await student.sees('Львівський національний університет', '10:00 — увесь університет')
    await student.press('Сповіщати про нові')
    await student.press('✓ Сповіщаю')
    await student.press('Сповіщати про нові')
    await student.press('Дні відкритих дверей (7)')
    await student.sees('події: 7')
    await student.write('/start university_999999')
    await student.sees('Такого закладу в базі немає')
  })

  it('switches off what it does not want to hear of', async () => {
    const student = await platform.telegram.person()
    await student.write('/notifications')
    await student.sees('Тихі години: 22:00–08:00')
    await student.press('Тихі години')
    // The label holds signs that nobody types.
    await student.press('23:00')
    await student.sees('Тихі години: 23:00–07:00')
    await student.press('✓ Новини Abitly')
    await student.press('Вимкнути всі')
    await student.sees('Сповіщення вимкнено')
    await student.press('Увімкнути всі')
    await student.sees('Тихі години: 23:00–07:00')
  })
})
