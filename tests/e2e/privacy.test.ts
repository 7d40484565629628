import { queryOnce } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { enterGrades } from '../support/enter-grades.ts'
import { usePlatform } from '../support/use-platform.ts'

const platform = usePlatform()

describe('/privacy', () => {
  it('hands out everything, erases everything, and greets who comes back as new', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await enterGrades(student)
    await student.sees('збережено')
    await student.write('/privacy')
    await student.sees('Твої дані', '24 місяців')
    await student.press('Мої дані (JSON)')
    await student.sees('Усе, що бот про тебе зберігає')
    const [file] = await student.documents()
    expect(file?.fileName).toBe('abitly-my-data.json')
    const data: unknown = JSON.parse(file?.text ?? '')
    const id = String(student.id)
    expect(data).toMatchObject({ telegram_users: [{ telegram_chat_id: id, telegram_user_id: id }] })
    expect(data).toHaveProperty(
      'telegram_user_grades',
      expect.arrayContaining([
        expect.objectContaining({ subject_code: 'phys', grade: 185, telegram_chat_id: id }),
      ]),
    )
    await student.press('Видалити все…')
    await student.seesAnywhere('Видалити все?', 'Зникнуть бали')
    await student.press('Так, видалити все')
    await student.seesAnywhere('Готово: твоїх даних у боті більше немає')
    expect(await rowsOf(student.id)).toBe(0)
    await student.write('/start')
    await student.sees('Привіт! Це Abitly')
  })
})

/** How many rows the student has among students and grades. */
function rowsOf(id: number): Promise<number> {
  const { url, schema } = platform.database
  return queryOnce(
    url,
    `SELECT telegram_chat_id FROM ${schema}.telegram_users WHERE telegram_chat_id = $1
      UNION ALL SELECT telegram_chat_id FROM ${schema}.telegram_user_grades WHERE telegram_chat_id = $1`,
    [id],
  )
}
