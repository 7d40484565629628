import { describe, expect, it } from 'vitest'
import { enterGrades } from '../support/enter-grades.ts'
import { usePlatform } from '../support/use-platform.ts'

const platform = usePlatform()

const INFORMATICS = 'https://vstup.edbo.gov.ua/offer/1481286/'

describe('a student', () => {
  it('starts, pastes an offer, enters grades, and sees the right score', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.sees('Привіт', 'посилання на конкурсну пропозицію')
    await student.write(INFORMATICS)
    await student.sees('Інформатика', 'Львівський національний університет', 'Додай бали НМТ')
    await enterGrades(student)
    await student.sees('Твій бал: 183,571', 'Місце в рейтингу', 'верхня межа', 'змодельовано')
  })

  it('gets the same score from each of the three sites, and the regional multiplier of another city', async () => {
    const student = await platform.telegram.person()
    await student.write(INFORMATICS)
    await enterGrades(student)
    await student.sees('183,571')
    await student.write('vstup.osvita.ua/y2025/r14/282/1481286/')
    await student.sees('Твій бал: 183,571')
    await student.write('abit-poisk.org.ua/rate2025/direction/1481286?page=2')
    await student.sees('Твій бал: 183,571')
    await student.write('https://vstup.osvita.ua/y2025/r21/92/1473428/')
    // 183,571… × 1,07
    await student.sees('Твій бал: 196,421')
  })

  it('is told what a grade may be, and can cancel', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.press('Додати бали НМТ')
    await student.press('2025')
    await student.press('Хімія')
    await student.sees('Українська мова')
    await student.write('250')
    await student.sees('від 100 до 200')
    await student.write('32')
    await student.sees('схоже на тестовий бал')
    await student.write('дуже добре')
    await student.sees('Не бачу числа')
    await student.press('Скасувати')
    await student.write(INFORMATICS)
    await student.sees('Додай бали НМТ')
  })

  it('follows five offers and swaps one for a sixth', async () => {
    const student = await platform.telegram.person()
    for (const id of [1481286, 1471393, 1473428, 1485914, 1471392]) {
      await student.write(`https://vstup.edbo.gov.ua/offer/${id}/`)
      await student.seesButton('Стежити', String(id))
      await student.press('Стежити')
      await student.seesButton('Не стежити', String(id))
    }
    await student.write('https://vstup.edbo.gov.ua/offer/1486453/')
    await student.sees('Сумський')
    await student.press('Стежити')
    await student.sees('Усі 5 місць зайнято')
    await student.press('Інформатика, ХНУРЕ')
    await student.seesButton('Не стежити', '1486453')
  })

  it('is answered in English once English is chosen', async () => {
    const student = await platform.telegram.person()
    await student.write('/language')
    await student.sees('Мова')
    await student.press('English')
    await student.write('/help')
    await student.sees('offer', 'score')
  })

  it('begins in the language of its app', async () => {
    const student = await platform.telegram.person('en')
    await student.write('/start')
    await student.sees('Hi')
  })

  it('hears why a link cannot be counted', async () => {
    const student = await platform.telegram.person()
    await student.write('https://vstup.edbo.gov.ua/offer/1999999/')
    await student.sees('базі немає')
    await student.write('https://vstup.osvita.ua/y2021/r14/282/812345/')
    await student.sees('2021')
    await student.write('https://vstup.osvita.ua/r27/41/')
    await student.sees('Це не сторінка однієї пропозиції')
    await student.write('https://vstup.edbo.gov.ua.evil.example/offer/1481286/')
    await student.sees('Цього сайту не знаю')
  })

  it('sees for an admin command what any unknown command shows', async () => {
    const student = await platform.telegram.person()
    await student.write('/nosuchcommand')
    await student.sees('/help')
    await student.write('/broadcast')
    const count = async (): Promise<number> => (await student.botTexts()).length
    await expect.poll(count, { timeout: 10_000 }).toBe(2)
    const [unknown, admin] = await student.botTexts()
    expect(admin).toBe(unknown)
  })

  it('gets an answer to a button of an old message', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.press('Показати на прикладі')
    await student.sees('Приклад із балами', '183,571')
    await student.write('/start')
    await student.sees('Надішли посилання')
    const [first] = (await student.messages()).filter(({ from }) => from === 0)
    expect(first?.text).toContain('183,571')
  })
})
