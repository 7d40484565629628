import { beforeEach, describe, expect, it } from 'vitest'
import { checkLimits } from '../testing/check-limits.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { INFORMATICS } from '../testing/sample-offers.ts'
import { sampleOpenDay } from '../testing/sample-open-days.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

function open(languageCode = 'uk'): void {
  const fake = fakeRepositories([INFORMATICS])
  data = fake.data
  data.openDays = [sampleOpenDay(1), sampleOpenDay(2)]
  chat = testChat({ repos: fake.repos, languageCode })
}

beforeEach(() => open())

/** A student with grades, an offer, two open days and an account. */
async function settle(): Promise<void> {
  await chat.say('/start')
  const { chatId } = chat
  data.results.set(chatId, [{ nmtYear: 2025, source: 'own', grades: { ukr: 187 } }])
  await chat.say('https://vstup.edbo.gov.ua/offer/1481286')
  await chat.press('Стежити')
  data.attended.set(chatId, new Set([1, 2]))
  const student = data.students.get(chatId)
  if (student !== undefined)
    data.students.set(chatId, { ...student, webUserId: 'a0000000-0000-4000-8000-000000000001' })
}

describe('/privacy', () => {
  it('tells what is kept and for how long, and what is not', async () => {
    await chat.say('/Privacy')
    expect(chat.last()).toContain('🔒 <b>Твої дані</b>\nЗберігаємо: номер чату')
    expect(chat.last()).toContain('відповіді тримаємо 3 дні, записи про розсилки — до 400 днів')
    expect(chat.last()).toContain('Після 24 місяців без активності видаляємо все.')
    expect(chat.lastButtons()).toEqual(['Мої дані (JSON)', '✖ Видалити все…', '‹ Меню'])
  })

  it('sends a file, of which the reply says only whose data it holds', async () => {
    await chat.say('/privacy')
    const [reply] = await chat.press('Мої дані (JSON)')
    expect(reply?.method).toBe('sendDocument')
    expect(reply?.document).toEqual({ personalData: '500', fileName: 'abitly-my-data.json' })
    expect(chat.last()).toContain('Усе, що бот про тебе зберігає')
  })

  it.each(['uk', 'en'])('stays within Telegram’s limits: %s', async (languageCode) => {
    open(languageCode)
    await chat.say('/privacy')
    for (const data of ['1:px', '1:pa', '1:pe:0', '1:pv']) await chat.pressData(data, 101)
    chat.replies.forEach(checkLimits)
    for (const toast of chat.toasts) expect((toast ?? '').length).toBeLessThanOrEqual(40)
  })
})

describe('erasing everything', () => {
  const ask = async (): Promise<void> => {
    await chat.say('/privacy')
    await chat.press('✖ Видалити все…')
  }

  it('is asked for with what there is to lose, and can be left', async () => {
    await settle()
    await ask()
    expect(chat.last()).toBe(
      '<b>Видалити все?</b>\nЗникнуть бали, 1 пропозиція, 2 події та зв’язок з акаунтом, а також налаштування та ' +
        'фільтри. Повернути не вийде. Акаунт на сайті залишиться.',
    )
    expect(chat.lastButtons()).toEqual(['Ні, залишити', '✖ Так, видалити все'])
    await chat.press('Ні, залишити')
    expect(chat.last()).toContain('<b>Твої дані</b>')
    expect(data.results.has(chat.chatId)).toBe(true)
  })

  it('does not promise to remove what is not there', async () => {
    await ask()
    expect(chat.last()).toContain('Зникнуть налаштування, фільтри й решта')
  })

  it('takes the student with everything, in place of the question', async () => {
    await settle()
    await ask()
    await chat.press('✖ Так, видалити все')
    expect(chat.last()).toBe('Готово: твоїх даних у боті більше немає. Повернутися — /start.')
    expect(chat.lastButtons()).toEqual([])
    for (const kept of [data.students, data.results, data.tracked, data.attended])
      expect(kept.has(chat.chatId)).toBe(false)
  })

  it('pressed twice ends the same, without a student', async () => {
    await settle()
    await ask()
    const { data: yes, messageId } = chat.find('✖ Так, видалити все')
    await chat.press('✖ Так, видалити все')
    await chat.pressData(yes, messageId)
    expect(chat.last()).toContain('Готово')
    expect(data.students.has(chat.chatId)).toBe(false)
    await chat.say('/start')
    expect(chat.last()).toContain('Привіт! Це Abitly')
  })

  it('is asked for again where the question is old', async () => {
    await settle()
    await ask()
    chat.clock.value = new Date(chat.clock.value.getTime() + 16 * 60_000)
    await chat.press('✖ Так, видалити все')
    expect(chat.toasts.at(-1)).toBe('Минув час: підтвердь ще раз')
    expect(chat.last()).toContain('Видалити все?')
    expect(data.results.has(chat.chatId)).toBe(true)
    await chat.press('✖ Так, видалити все')
    expect(data.students.has(chat.chatId)).toBe(false)
  })
})
