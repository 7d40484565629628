import { queryOnce, waitFor } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import { createPerson } from '../support/person.ts'
import { createSimulatorClient } from '../support/simulator-client.ts'
import type { Crowd, Message, Person } from '../support/telegram.ts'

/** Somebody of the cast, whom the environment of this platform makes an admin too. */
const SECOND_ADMIN = 1001
/** What the bot calls the two. */
const [FIRST_NAME, SECOND_NAME] = ['Тарас А.', 'Олена К.']
const LEFT_SILENTLY = 3
const PEOPLE = 60

let platform: Platform
let admin: Person
let second: Person
let crowd: Crowd

beforeAll(async () => {
  platform = await startPlatform({
    schedulers: 1,
    // Slow enough for people to press in the middle of it.
    env: { ADMIN_IDS: `9001,${SECOND_ADMIN}`, SEND_RATE_PER_SECOND: '6' },
  })
  const { telegram } = platform
  admin = telegram.admin()
  second = createPerson(SECOND_ADMIN, createSimulatorClient(telegram.url))
  await Promise.all([admin, second].map((person) => person.write('/start')))
  await Promise.all([admin, second].map((person) => person.sees('Привіт')))
  crowd = await telegram.crowd(PEOPLE, { languageCode: 'uk', blockedShare: LEFT_SILENTLY / PEOPLE })
})
afterAll(async () => {
  expect(await platform.telegram.violations()).toEqual([])
  await platform.stop()
})

const BOLD = 'Завтра'

/** Goes through the dialogue up to the question when to send, whose message becomes the card. */
async function prepare(
  text: string,
  onAudience: () => Promise<unknown> = async () => {},
): Promise<{ preview: Message; card: Message }> {
  await admin.write('/broadcast')
  await admin.sees('Розсилка', '1 з 4', 'вміст')
  await admin.write(text, [{ type: 'bold', offset: text.indexOf(BOLD), length: BOLD.length }])
  await admin.sees('1 з 4', 'кнопки')
  await admin.write('Програма | https://abitly.org/program\nЯк дістатися | https://abitly.org/map')
  await admin.sees('2 з 4', 'Отримають')
  await onAudience()
  await admin.press('Далі')
  await admin.sees('3 з 4', 'точно як у студентів')
  const preview = (await admin.messages()).findLast((message) => message.text === text && message.from === 0)
  if (preview === undefined) throw new Error('There is no preview')
  await admin.press('Далі')
  return { preview, card: await admin.sees('4 з 4') }
}

/** The message of a person with this id, as it is now. */
async function messageOf(person: Person, messageId: number): Promise<Message> {
  const found = (await person.messages()).find((message) => message.messageId === messageId)
  if (found === undefined) throw new Error(`${person.id} has no message ${messageId}`)
  return found
}

/** What the bot's message of this text looks like to a person. */
async function received(person: Person, text: string): Promise<ReturnType<typeof lookOf>[]> {
  const messages = (await person.messages()).filter((message) => message.from === 0 && message.text === text)
  return messages.map(lookOf)
}

function lookOf({ text, entities, inlineKeyboard, photo }: Message) {
  return { text, entities, inlineKeyboard, photo }
}

/** Without the spaces that keep words together. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}

async function shows(person: Person, { messageId }: Message, ...parts: string[]): Promise<Message> {
  const shown = async (): Promise<Message> => {
    const message = await messageOf(person, messageId)
    const text = plain(message.text ?? '')
    if (parts.every((part) => text.includes(part))) return message
    throw new Error(`it says: ${text}`)
  }
  return waitFor(shown, { what: `message ${messageId} to say ${parts.join(' … ')}`, timeoutMs: 60_000 })
}

async function newestDocument(person: Person): Promise<{ fileName: string; text: string }> {
  const newest = async () => {
    const document = (await person.documents()).at(-1)
    if (document === undefined) throw new Error('there is none')
    return document
  }
  return waitFor(newest, { what: 'a document', timeoutMs: 15_000 })
}

/** What the newest press was answered with. */
async function newestToast(): Promise<string> {
  const [answer] = await platform.telegram.calls('answerCallbackQuery')
  return plain(String(answer?.payload['text']))
}

/** How many of the crowd have got it; nobody twice. */
async function everybodyGot(text: string): Promise<number> {
  const counts = await Promise.all(
    crowd.ids.map(async (_, index) => (await received(crowd.person(index), text)).length),
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(1)
  return counts.filter((count) => count === 1).length
}

describe('a broadcast', () => {
  it('is prepared, sent, paused, resumed after a restart of all workers, and reported', async () => {
    const text = 'Завтра день відкритих дверей 🎓'
    const everybody = PEOPLE + 2
    const { preview, card } = await prepare(text, () => admin.sees(`Отримають ${everybody}`))
    await admin.sees(`${everybody} отримувачі`)
    await admin.press('Надіслати')
    // In place: the same message tells more and more.
    const early = await shows(admin, card, 'Розсилка №', 'іде', '%', `разом`)
    await waitFor(async () => (await messageOf(admin, card.messageId)).text !== early.text, {
      what: 'the progress to be redrawn',
      timeoutMs: 30_000,
    })
    await admin.press('Пауза')
    const paused = await shows(admin, card, `пауза: ${FIRST_NAME}`, 'Нічого не втрачено')
    expect(paused.editDate).toBeGreaterThan(0)
    await Promise.all(platform.workers.map((worker) => worker.stop()))
    const before = await everybodyGot(text)
    expect(before).toBeLessThan(PEOPLE - LEFT_SILENTLY)
    await Promise.all([platform.startWorker(), platform.startWorker()])
    // The new workers are at work: what is paused stays so.
    const { telegram } = platform
    const stranger = await telegram.person()
    await stranger.write('/start')
    await stranger.sees('Привіт')
    await shows(admin, card, `пауза: ${FIRST_NAME}`)
    expect(await everybodyGot(text)).toBe(before)

    await admin.press('Продовжити')
    const report = await admin.seesAnywhere('Розсилка №', 'завершено')
    expect(report.messageId).not.toBe(card.messageId)
    const sent = everybody - LEFT_SILENTLY
    expect(plain(report.text ?? '')).toContain(
      `${everybody} = ${sent} надіслано + ${LEFT_SILENTLY} заблокували`,
    )
    expect(await everybodyGot(text)).toBe(PEOPLE - LEFT_SILENTLY)
    expect(await received(stranger, text)).toEqual([])
    // No second live keyboard for the same campaign.
    await waitFor(async () => (await messageOf(admin, card.messageId)).inlineKeyboard === undefined, {
      what: 'the card that was replaced to lose its buttons',
    })

    const look = lookOf(preview)
    expect(look.entities).toEqual([{ type: 'bold', offset: 0, length: BOLD.length }])
    expect(look.inlineKeyboard).toEqual([
      [{ text: 'Програма', url: 'https://abitly.org/program' }],
      [{ text: 'Як дістатися', url: 'https://abitly.org/map' }],
    ])
    const got = await Promise.all(crowd.ids.map((_, index) => received(crowd.person(index), text)))
    for (const one of got.flat()) expect(one).toEqual(look)

    await admin.press('Звіт CSV')
    const file = await newestDocument(admin)
    expect(file.fileName).toMatch(/^campaign-\d+\.csv$/)
    const lines = file.text.split('\r\n').filter((line) => line !== '')
    expect(lines).toHaveLength(everybody + 1)
    for (const id of [...crowd.ids, admin.id, second.id]) {
      expect(lines.filter((line) => line.split(',')[1] === `"${id}"`)).toHaveLength(1)
    }
    expect(lines.filter((line) => line.includes('"sent"'))).toHaveLength(sent)
    expect(lines.filter((line) => line.includes('"blocked"'))).toHaveLength(LEFT_SILENTLY)
  })

  it('that is scheduled is started by the scheduler', async () => {
    const text = 'Завтра о десятій'
    const { card } = await prepare(text, async () => {
      await admin.press('Тест')
      await admin.sees('лише адміни', 'Отримають 2')
    })
    await admin.press('Завтра о 10:00')
    await shows(admin, card, 'Розсилка №', 'початок')
    expect(await received(second, text)).toEqual([])
    // The clock of this test: the moment has come.
    const { url, schema } = platform.database
    expect(
      await queryOnce(url, `UPDATE ${schema}.campaigns SET starts_at = now() WHERE state = 'scheduled'`),
    ).toBe(1)
    await waitFor(async () => (await received(second, text)).length === 1, {
      what: 'the campaign to start and reach the second admin',
      timeoutMs: 30_000,
    })
    await admin.seesAnywhere('завершено', '2 = 2 надіслано')
    expect((await messageOf(admin, card.messageId)).text).not.toContain('початок')
  })

  it('tells a second admin who was first, and obeys both', async () => {
    const text = 'Завтра останній день'
    const { card } = await prepare(text)
    await admin.press('Надіслати')
    const number = /№\s(\d+)/.exec(card.text ?? '')?.[1] ?? ''
    await shows(admin, card, `Розсилка № ${number}`, 'іде')
    await second.write('/campaigns')
    await second.seesAnywhere('Розсилки', `№ ${number}`, 'іде')
    await second.press(`№\u00A0${number}`)
    const opened = await second.seesAnywhere(`Розсилка № ${number}`, `Створено: ${FIRST_NAME}`)
    await admin.press('Пауза')
    await shows(admin, card, `пауза: ${FIRST_NAME}`)
    // On the screen of the second admin the campaign still runs.
    await second.press('Пауза')
    await shows(second, opened, `Розсилка № ${number}`, `пауза: ${FIRST_NAME}`)
    expect(await newestToast()).toContain(`Вже на паузі: ${FIRST_NAME}, `)

    await second.press('Скасувати…')
    await second.seesAnywhere('скасувати?', 'Не отримають')
    await second.press('Так, скасувати')
    await admin.seesAnywhere(`Розсилка № ${number}`, `скасовано: ${SECOND_NAME}`, 'пропущено')
    const before = await everybodyGot(text)
    expect(before).toBeLessThan(PEOPLE - LEFT_SILENTLY)
  })
})

describe('a stranger', () => {
  it('sees for the commands of admins what nonsense shows, and cannot forge their presses', async () => {
    const stranger = await platform.telegram.person()
    const commands = [
      '/nonsense',
      '/broadcast',
      '/stopsending',
      '/resumesending',
      '/campaigns',
      '/notifyOpenDaysUpdate',
    ]
    for (const [index, command] of commands.entries()) {
      await stranger.write(command)
      await waitFor(async () => (await stranger.botTexts()).length === index + 1, {
        what: `an answer to ${command}`,
        timeoutMs: 15_000,
      })
    }
    expect(new Set(await stranger.botTexts()).size).toBe(1)
    const { url, schema } = platform.database
    expect(await queryOnce(url, `SELECT FROM ${schema}.sending_switch`)).toBe(0)

    await admin.write('/stopsending')
    await admin.sees('Розсилки зупинено')
    await admin.write('/broadcast')
    const asked = await admin.sees('1 з 4', 'вміст')
    const data = asked.inlineKeyboard?.flat().find(({ text }) => text === 'Скасувати')?.callback_data ?? ''
    await forgePress(stranger, data)
    await stranger.write('/resumesending')
    await waitFor(async () => (await stranger.botTexts()).length > commands.length, {
      what: 'an answer',
      timeoutMs: 15_000,
    })
    expect((await messageOf(admin, asked.messageId)).inlineKeyboard).toEqual(asked.inlineKeyboard)
    expect(await queryOnce(url, `SELECT FROM ${schema}.sending_switch`)).toBe(1)
    await admin.press('Скасувати')
    await admin.write('/resumesending')
    await admin.sees('Розсилки відновлено')
  })
})

/** A press of a button that only admins have been shown. */
async function forgePress({ id }: Person, data: string): Promise<void> {
  const from = { id, is_bot: false, first_name: 'Test', language_code: 'uk' }
  const chat = { id, type: 'private', first_name: 'Test' }
  const message = { message_id: 1, date: 1_790_000_000, chat, text: 'x' }
  const press = { id: '42', from, chat_instance: '1', message, data }
  const { url, secret } = platform.webhook
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({ update_id: 1_900_000_001, callback_query: press }),
  })
  expect(answer.status).toBe(200)
}
