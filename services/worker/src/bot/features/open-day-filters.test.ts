import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { sampleChoices, sampleOpenDay } from '../testing/sample-open-days.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

function open(options: Partial<TestChatOptions> = {}): void {
  const fake = fakeRepositories()
  data = fake.data
  Object.assign(data, sampleChoices(300))
  data.openDays = [1, 2, 3].map((id) => sampleOpenDay(id))
  chat = testChat({ repos: fake.repos, ...options })
  chat.clock.value = new Date('2025-07-25T09:00:00Z')
}

beforeEach(() => open())

describe('/opendayfilters', () => {
  it('begins with all three, none of them set', async () => {
    await chat.say('/opendayfilters')
    expect(chat.last()).toBe(
      '<b>Фільтри подій</b>\n\nРегіони: усі\nУніверситети: усі\nСпеціальності: усі\n\n' +
        'За ними показую події та пишу про нові й змінені.',
    )
    expect(chat.lastButtons()).toEqual(['Регіони', 'Університети', 'Спеціальності', 'Готово: 3', '‹ Меню'])
  })

  it('are left by any command: what is typed then is no search in them', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Регіони')
    const { data: press, messageId } = chat.find('Львівська область')
    await chat.say('/help')
    await chat.say('льв')
    expect(chat.last()).not.toContain('Пошук «льв»')
    await chat.pressData(press, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
  })

  it('counts while one chooses, and leads to what the filters meet', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Регіони')
    expect(chat.last()).toBe(
      '<b>Фільтр: регіони</b>\n\nНе обрано: підходять усі.\n\n' +
        'Натисни, щоб додати чи прибрати. Щоб знайти, надішли частину назви: <i>льв</i>',
    )
    await chat.press('Львівська область')
    expect(chat.last()).toContain('Обрано 1: Львівська область')
    expect(chat.lastButtons()).toContain('Очистити | Готово: 3')
    const [done] = await chat.press('Готово: 3')
    expect(done?.method).toBe('editMessageText')
    expect(chat.last()).toContain('<b>Дні відкритих дверей</b> · за твоїми фільтрами: 3')
    expect(chat.lastButtons()).toContain('Фільтри (1) | Показати всі')
    await chat.press('Показати всі')
    expect(chat.lastButtons()).toContain('Фільтри (1) | За фільтрами')
    expect(data.dialogues.size).toBe(0)
  })

  it('pages through hundreds, the chosen ones first once the list is opened anew', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Університети')
    expect(chat.lastButtons()).toContain('‹ | 1 з 19 | ›')
    await chat.press('›')
    await chat.press('МІ 20')
    expect(chat.lastButtons()).toContain('‹ | 2 з 19 | ›')
    await chat.press('‹ До фільтрів')
    await chat.press('Університети · 1')
    expect(chat.lastButtons()[0]).toBe('✓ МІ 20 | ЛНУ')
  })

  it('finds what holds a typed text, and forgets the search', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Університети')
    const [dropped, asked] = await chat.say("  ім'я № 30 ")
    expect([dropped?.method, asked?.method]).toEqual(['editMessageReplyMarkup', 'sendMessage'])
    expect(chat.last()).toContain('Пошук «ім’я № 30»: 2')
    expect(chat.lastButtons().slice(0, 2)).toEqual(['МІ 30 | МІ 300', 'Показати всі'])
    await chat.say('нема такого')
    expect(chat.last()).toContain('нічого')
    await chat.press('Показати всі')
    expect(chat.lastButtons()).toContain('‹ | 1 з 19 | ›')
  })

  it('takes no text for a search an hour later, nor without an open filter', async () => {
    await chat.say('/opendayfilters')
    await chat.say('льв')
    expect(chat.last()).toContain('За цими словами нічого немає')
    await chat.press('Регіони')
    chat.clock.value = new Date(chat.clock.value.getTime() + 3_600_000)
    const [hint] = await chat.say('льв')
    expect(hint?.method).toBe('sendMessage')
    expect(chat.last()).toContain('За цими словами нічого немає')
  })

  it('leaves links to what they are for', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Регіони')
    await chat.say('https://vstup.edbo.gov.ua/offer/1999999/')
    expect(chat.last()).toContain('у базі немає')
  })

  it('redraws for a button of an older keyboard, and changes nothing', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Регіони')
    const old = chat.find('Київ')
    await chat.press('Київ')
    await chat.pressData(old.data, old.messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(data.filters.get(chat.chatId)).toMatchObject({ regionIds: [27] })
    await chat.press('Готово: 0')
    await chat.pressData(old.data, old.messageId)
    expect(chat.last()).toContain('<b>Фільтри подій</b>')
    expect(data.filters.get(chat.chatId)).toMatchObject({ regionIds: [27] })
  })

  it('has no choice that the catalogue has lost since', async () => {
    await chat.say('/opendayfilters')
    await chat.press('Регіони')
    data.regions.pop()
    await chat.press('Київ')
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(data.filters.get(chat.chatId)).toBeUndefined()
  })

  it('says which filter to give up when nothing is met', async () => {
    data.filters.set(chat.chatId, { regionIds: [27], specialityCodes: [], universityIds: [282] })
    await chat.say('/opendays')
    expect(chat.last()).toContain('За цими фільтрами подій немає. Без фільтра «Київ» було б 3.')
    await chat.press('Фільтри (2)')
    expect(chat.last()).toContain('Регіони: <b>Київ</b>\nУніверситети: <b>ЛНУ</b>')
    expect(chat.last()).toContain('Без фільтра «Київ» було б 3.')
    await chat.press('Очистити всі')
    expect(chat.lastButtons()).toContain('Готово: 3')
  })

  it('clears one of them', async () => {
    data.filters.set(chat.chatId, { regionIds: [27, 14], specialityCodes: ['F1'], universityIds: [] })
    await chat.say('/opendayfilters')
    expect(chat.lastButtons()[2]).toBe('Спеціальності · 1')
    await chat.press('Регіони · 2')
    await chat.press('Очистити')
    expect(data.filters.get(chat.chatId)).toEqual({
      regionIds: [],
      specialityCodes: ['F1'],
      universityIds: [],
    })
  })
})
