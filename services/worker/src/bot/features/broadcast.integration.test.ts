import { createTestDatabase, queryOnce } from '@abitly/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useScene } from '../../campaigns/testing/use-scene.ts'
import { addAudience, ADMINS, chatOn, newestCampaign, toTime } from '../testing/admin-scene.ts'
import { checkLimits } from '../testing/check-limits.ts'
import type { TestChat } from '../testing/test-chat.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const [ADMIN, OTHER, ENGLISH] = ADMINS
let chat: TestChat

beforeAll(() => addAudience(scene))
beforeEach(() => {
  chat = chatOn(scene, ADMIN)
})

afterEach(async () => {
  await scene.sql('DELETE FROM {schema}.telegram_users WHERE telegram_chat_id = $1', [ENGLISH])
  chat.replies.forEach(checkLimits)
  for (const toast of chat.toasts) expect((toast ?? '').length).toBeLessThanOrEqual(40)
})

const campaign = () => newestCampaign(scene, ADMIN)
const methods = (replies: readonly { method: string }[]): string[] => replies.map(({ method }) => method)
const photo = { photo: [{ file_id: 'small' }, { file_id: 'large' }], caption: 'Фото дня' }
const send = (content: object) =>
  chat.deliver({ update_id: chat.nextUpdate(), message: chat.message(content) })

describe('/broadcast with a text', () => {
  it('leads from the text over audience and preview to a campaign that is started', async () => {
    await chat.say('/broadcast')
    expect(chat.last()).toBe(
      '📣 <b>Розсилка</b> · 1 з 4: вміст\n\n' +
        'Надішли текст із форматуванням, фото або будь-яке повідомлення — скопіюється як є.',
    )
    expect(chat.lastButtons()).toEqual(['Скасувати'])

    const entities = [{ type: 'bold', offset: 0, length: 7 }]
    await send({ text: 'Вітаємо <3', entities })
    await chat.say('Сайт | https://abitly.org\nЧат | https://t.me/abitly')
    expect(chat.last()).toBe(
      '📣 <b>Розсилка</b> · 2 з 4: кому\n\nУсі\nОтримають <b>10</b>. Не отримають: 1 без сповіщень, 1 недоступний.',
    )
    expect(chat.lastButtons()).toEqual([
      '✓ Усі | З сайту | Тест',
      'Регіон | Заклад',
      'Спеціальність | Мова',
      'Активність | Далі: 10',
      '‹ Назад | Скасувати',
    ])

    const preview = await chat.press('Далі: 10')
    expect(methods(preview)).toEqual(['editMessageReplyMarkup', 'sendMessage', 'sendMessage'])
    expect(preview[1]?.payload).toEqual({
      chat_id: ADMIN,
      text: 'Вітаємо <3',
      entities,
      link_preview_options: { is_disabled: true },
      reply_markup: {
        inline_keyboard: [
          [{ text: 'Сайт', url: 'https://abitly.org' }],
          [{ text: 'Чат', url: 'https://t.me/abitly' }],
        ],
      },
    })
    expect(chat.lastButtons()).toEqual(['Надіслати собі | Змінити', 'Далі', '‹ Назад | Скасувати'])
    const [test] = await chat.press('Надіслати собі')
    expect(test?.payload).toEqual(preview[1]?.payload)

    await chat.press('Далі')
    const { number, id } = await campaign()
    expect(chat.textWith('Надіслати 10 зараз')).toBe(
      `📣 <b>Розсилка № ${number}</b> · 4 з 4: коли\n\n` +
        '10 отримувачів, ≈ 1 с (29 на секунду).\nЗараз 10:00, тихі години 22:00–08:00.',
    )
    const [card] = await chat.press('Надіслати 10 зараз')
    expect(card).toMatchObject({ method: 'editMessageText', card: id })
    expect(chat.jobs).toEqual([
      { job: 'campaign.plan', payload: { campaignId: id } },
      { job: 'campaign.show-progress', payload: { campaignId: id } },
    ])
    expect(chat.toasts.at(-1)).toBe('Розпочато')
    expect(await campaign()).toMatchObject({
      state: 'planning',
      changedBy: BigInt(ADMIN),
      content: { kind: 'text', text: 'Вітаємо <3', entities },
      audience: { base: 'all' },
      card: { chatId: BigInt(ADMIN) },
    })
    expect(await scene.database.repositories.dialogues.find(BigInt(ADMIN))).toBeNull()
  })

  it('names each line that is no button, and keeps asking', async () => {
    await chat.say('/broadcast')
    await chat.say('Вітаємо!')
    await chat.say('Сайт | abitly.org\nЧат')
    expect(chat.last()).toContain(
      'Рядок 1: адреса має починатися з https://, http:// або tg://\n' +
        'Рядок 2: немає риски «|» між назвою й адресою\n\n📣 <b>Розсилка</b> · 1 з 4: кнопки',
    )
    await chat.say('Сайт | https://abitly.org')
    expect(chat.last()).toContain('2 з 4: кому')
  })

  it('gives a typed answer a new message, and takes the buttons off the old one', async () => {
    await chat.say('/broadcast')
    const asked = chat.find('Скасувати').messageId
    const replies = await chat.say('Вітаємо!')
    expect(methods(replies)).toEqual(['editMessageReplyMarkup', 'sendMessage'])
    expect(replies[0]?.payload).toMatchObject({ message_id: asked })
    const { messageId } = chat.find('Далі без кнопок')
    const [next] = await chat.press('Далі без кнопок')
    expect(next).toMatchObject({ method: 'editMessageText', payload: { message_id: messageId } })
  })

  it('takes a link to an offer for the text it is', async () => {
    await chat.say('/broadcast')
    await chat.say('https://vstup.edbo.gov.ua/offer/1481286/')
    expect(await campaign()).toMatchObject({ content: { text: 'https://vstup.edbo.gov.ua/offer/1481286/' } })
  })
})

describe('/broadcast with other content', () => {
  it('sends a photo as it is, with its caption', async () => {
    await chat.say('/broadcast')
    await send(photo)
    await chat.press('Далі без кнопок')
    const [, preview] = await chat.press('Далі: 10')
    expect(preview).toMatchObject({ method: 'sendPhoto', payload: { photo: 'large', caption: 'Фото дня' } })
  })

  it('copies anything else, and says what that means', async () => {
    await chat.say('/broadcast')
    const sent = chat.message({ video: {} })
    await chat.deliver({ update_id: chat.nextUpdate(), message: sent })
    expect(chat.last()).toContain('оригінал не можна видаляти чи змінювати')
    await chat.press('Далі без кнопок')
    const [, preview] = await chat.press('Далі: 10')
    expect(preview).toMatchObject({
      method: 'copyMessage',
      payload: { chat_id: ADMIN, from_chat_id: ADMIN, message_id: sent.message_id },
    })
  })

  it('refuses an album with one word, however many pictures it has', async () => {
    await chat.say('/broadcast')
    const first = await send({ ...photo, media_group_id: 'g1' })
    expect(chat.last()).toContain('Альбом одним повідомленням не розіслати.')
    expect(await send({ ...photo, media_group_id: 'g1' })).toEqual([])
    expect(first).toHaveLength(2)
    expect(await send({ ...photo, media_group_id: 'g2' })).toHaveLength(2)
    await send(photo)
    expect(chat.last()).toContain('1 з 4: кнопки')
  })

  it('changes the content from the preview, and keeps its buttons', async () => {
    await chat.say('/broadcast')
    await chat.say('Чернетка')
    await chat.say('Сайт | https://abitly.org')
    await chat.press('Далі: 10')
    await chat.press('Змінити')
    expect(chat.last()).toContain('Поки нового немає, лишається попереднє.')
    await chat.say('Начисто')
    expect(chat.last()).toContain('<b>Зараз:</b>\nСайт | https://abitly.org')
    const [, preview] = await chat.press('Далі')
    expect(preview?.payload).toMatchObject({
      text: 'Начисто',
      reply_markup: { inline_keyboard: [[{ text: 'Сайт' }]] },
    })
  })
})

describe('fingers and restarts', () => {
  it('starts once, whoever presses twice, and the second press does not spoil the card', async () => {
    await toTime(chat)
    const { data, messageId } = chat.find('Надіслати 10 зараз')
    await chat.pressData(data, messageId)
    const again = await chat.pressData(data, messageId)
    expect(chat.jobs.filter(({ job }) => job === 'campaign.plan')).toHaveLength(1)
    expect(methods(again)).toEqual(['editMessageText'])
    expect(chat.messages.get(messageId)?.text).toContain('складається список')
    const actions = await scene.database.repositories.adminActions.recent(5)
    const { number } = await campaign()
    const starts = actions.filter(({ action, details }) => {
      return action === 'campaign.start' && (details as { campaign: number }).campaign === number
    })
    expect(starts).toHaveLength(1)
  })

  it('shows where things stand for a button of an older question', async () => {
    await chat.say('/broadcast')
    await chat.say('Вітаємо!')
    const { data, messageId } = chat.find('Далі без кнопок')
    await chat.pressData(data, messageId)
    await chat.pressData(data, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('2 з 4: кому')
  })

  it('sends nothing by a button of a draft that was given up', async () => {
    await toTime(chat)
    const { data, messageId } = chat.find('Надіслати 10 зараз')
    await chat.press('Скасувати')
    expect(await campaign()).toMatchObject({ state: 'cancelled' })
    await chat.pressData(data, messageId)
    expect(chat.messages.get(messageId)?.text).toContain('<b>Розсилку не надіслано</b>')
    expect(await campaign()).toMatchObject({ state: 'cancelled' })
    expect(chat.jobs).toEqual([])
  })

  it('tells that a draft cannot be changed any more once something else was begun', async () => {
    await toTime(chat)
    const { data, messageId } = chat.find('Надіслати 10 зараз')
    await chat.pressData('1:ga', messageId)
    await chat.pressData(data, messageId)
    expect(chat.messages.get(messageId)?.text).toContain('Цю чернетку вже не змінити')
    expect(await campaign()).toMatchObject({ state: 'draft' })
  })

  it('goes on in another process: everything is in the database', async () => {
    await chat.say('/broadcast')
    await chat.say('Вітаємо!')
    const before = chat
    const { data, messageId } = before.find('Далі без кнопок')
    chat = chatOn(scene, ADMIN)
    await chat.pressData(data, messageId)
    await chat.press('Далі: 10')
    await chat.press('Далі')
    await chat.press('Надіслати 10 зараз')
    expect(await campaign()).toMatchObject({ state: 'planning', content: { text: 'Вітаємо!' } })
  })

  it('changes nothing when its process dies at the last moment, and everything when it is run again', async () => {
    await toTime(chat)
    const { data, messageId } = chat.find('Надіслати 10 зараз')
    const dying = chatOn(scene, ADMIN, {
      transaction: (work) =>
        scene.database.transaction(async (repos) => {
          await work(repos)
          throw new Error('the process died')
        }),
    })
    await expect(dying.pressData(data, messageId)).rejects.toThrow('the process died')
    expect(await campaign()).toMatchObject({ state: 'draft' })
    await chat.pressData(data, messageId)
    expect(await campaign()).toMatchObject({ state: 'planning' })
  })

  it('lets every step be left: back and forth, and out', async () => {
    await toTime(chat)
    await chat.press('‹ Назад')
    await chat.press('‹ Назад')
    expect(chat.textWith('Далі: 10')).toContain('2 з 4: кому')
    await chat.press('‹ Назад')
    await chat.press('‹ Назад')
    expect(chat.lastButtons()).toContain('Залишити попереднє')
    await chat.press('Залишити попереднє')
    await chat.press('Скасувати')
    expect(chat.lastButtons()).toEqual(['Нова розсилка', '‹ Розсилки'])
    expect(await scene.database.repositories.dialogues.find(BigInt(ADMIN))).toBeNull()
  })

  it('takes what is written for an answer within a day only', async () => {
    await chat.say('/broadcast')
    chat.clock.value = new Date(chat.clock.value.getTime() + 24 * 60 * 60 * 1000)
    await chat.say('https://vstup.edbo.gov.ua/offer/1481286/')
    expect(chat.last()).toContain('у базі немає')
  })

  it('leaves commands and questions that buttons answer alone', async () => {
    await toTime(chat)
    await chat.say('/start')
    await chat.say('https://vstup.edbo.gov.ua/offer/1481286/')
    expect(chat.last()).toContain('у базі немає')
    await chat.press('Надіслати 10 зараз')
    expect(await campaign()).toMatchObject({ state: 'planning' })
  })

  it('prepares broadcasts of two admins side by side', async () => {
    const other = chatOn(scene, OTHER)
    await chat.say('/broadcast')
    await other.say('/broadcast')
    await other.say('Від іншого')
    await chat.say('Від першого')
    expect(await campaign()).toMatchObject({ content: { text: 'Від першого' } })
    expect(await newestCampaign(scene, OTHER)).toMatchObject({ content: { text: 'Від іншого' } })
  })
})

describe('in English', () => {
  it('says the same on as little room', async () => {
    chat = chatOn(scene, ENGLISH, { languageCode: 'en' })
    const nobody = async (): Promise<void> => {
      await chat.press('Linked')
      await chat.press('All')
    }
    await chat.say('/broadcast')
    expect(chat.last()).toContain('📣 <b>Broadcast</b> · 1 of 4: content')
    await send({ ...photo, media_group_id: 'g' })
    await chat.say('Welcome!')
    await chat.say('nothing\n| https://abitly.org\nx | y')
    await chat.press('On without buttons')
    await nobody()
    await chat.press('University')
    await chat.say('nobody has this name')
    await chat.press('Show all')
    await chat.press('У01')
    await chat.press('Clear')
    await chat.press('Done: 11')
    await chat.press('Speciality')
    await chat.press('F1 Спеціальність 1')
    await chat.press('‹ Back')
    await chat.press('Speciality ✓')
    await chat.press('✓ F1 Спеціальність 1')
    await chat.press('‹ Back')
    await chat.press('Language')
    await chat.press('Language ✓')
    expect(chat.last()).toContain('English\nWill get it: <b>1</b>.')
    await chat.press('Next: 1')
    await chat.press('Next')
    await chat.press('Unknown: do not send again')
    await chat.press('Other time')
    await chat.say('whenever')
    await chat.say('tomorrow 10:00')
    await chat.press('Cancel…')
    await chat.press('No, keep it')
    await chat.press('‹ Campaigns')
    expect(chat.last()).toContain('📣 <b>Campaigns</b> · 1 of ')
  })
})

describe('what is kept of it', () => {
  it('is who did what, without a word of what was written', async () => {
    await toTime(chat)
    await chat.press('Надіслати 10 зараз')
    const actions = await scene.database.repositories.adminActions.recent(4)
    expect(actions.map(({ adminId, action }) => [adminId, action])).toEqual([
      [BigInt(ADMIN), 'campaign.start'],
      [BigInt(ADMIN), 'broadcast.audience'],
      [BigInt(ADMIN), 'broadcast.content'],
      [BigInt(ADMIN), 'broadcast.begin'],
    ])
    expect(JSON.stringify(actions.map(({ details }) => details))).not.toContain('Вітаємо')
  })
})
