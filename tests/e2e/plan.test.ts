import { describe, it } from 'vitest'
import { enterGrades } from '../support/enter-grades.ts'
import { usePlatform } from '../support/use-platform.ts'

const platform = usePlatform()

describe('/plan', () => {
  it('leads from wishes to a plan, its offers and back, until the day is used up', async () => {
    const student = await platform.telegram.person()
    await student.write('/plan')
    await enterGrades(student)
    await student.sees('збережено')
    await student.write('/plan')
    await student.sees('усі спеціальності · уся Україна')
    await student.press('Спеціальності')
    await student.write('F3')
    await student.sees('Пошук «F3»: 1')
    await student.press('F3 Комп’ютерні науки')
    await student.sees('Обрано 1')
    await student.press('‹ До побажань')
    await student.press('Скласти план')
    await student.sees('План вступу', 'F3 · уся Україна', '1. ', 'Планів на сьогодні лишилося: 2 з 3')
    await student.press('1')
    await student.sees('Твій бал')
    await student.press('‹ План вступу')
    await student.sees('лишилося: 2 з 3')
    await student.press('Стежити за всіма')
    for (const left of [1, 0]) {
      await student.press('Інші побажання')
      await student.press('Скласти план')
      await student.sees(`лишилося: ${left} з 3`)
    }
    await student.press('Інші побажання')
    await student.press('Скласти план')
    await student.sees('3 плани на сьогодні вже є', '1. ')
    await student.write('/myoffers')
    await student.sees('Мої пропозиції · 5 з 5')
  })

  it('speaks English, for contract places too', async () => {
    const student = await platform.telegram.person('en')
    await student.write('/plan')
    await student.press('Add NMT grades')
    await student.press('2025')
    await student.press('Physics')
    await student.sees('from 100 to 200')
    await student.write('180 190 170 185')
    await student.sees('saved')
    await student.write('/plan')
    await student.press('Show tuition-paid')
    // The keyboard has changed: the old one would only be drawn anew.
    await student.sees('· tuition-paid')
    await student.press('Make a plan')
    await student.sees('Admission plan', 'tuition-paid', '1. ', 'Plans left today: 2 of 3')
    await student.press('1')
    await student.press('‹ Admission plan')
    await student.sees('Plans left today: 2 of 3')
  })
})
