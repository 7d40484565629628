import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../setup/chromium.ts'
import { startService } from '../support/service.ts'
import type { RunningService } from '../support/service.ts'
import { createTelegram } from '../support/telegram.ts'
import type { Entity, Telegram } from '../support/telegram.ts'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const TOKEN = ['4242424242', 'x'.repeat(35)].join(':')
const ADMIN = 9001

interface Received {
  text?: string
  caption?: string
  entities?: Entity[]
  caption_entities?: Entity[]
  document?: { file_name: string; mime_type: string }
  photo?: object[]
  forward_origin?: object
  chat: { id: number }
}

let simulator: RunningService
let telegram: Telegram
let browser: Browser
let bot: Server
let page: Page
/** What reached the bot. */
const received: Received[] = []
const broken: string[] = []

beforeAll(async () => {
  simulator = await startService('simulator', { SIMULATOR_BOT_TOKEN: TOKEN })
  telegram = createTelegram(simulator.url)
  bot = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { message } = JSON.parse(body) as { message?: Received }
      if (message !== undefined) received.push(message)
      const greeting = { chat_id: message?.chat.id, text: 'Привіт' }
      const answered = message?.text === '/start' ? call('sendMessage', greeting) : Promise.resolve()
      void answered.then(
        () => response.end(),
        () => response.destroy(),
      )
    })
  })
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  await call('setWebhook', { url: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/hook` })
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: FLAGS })
})
afterEach(async () => {
  await page.close()
  expect(broken).toEqual([])
})
afterAll(async () => {
  await browser.close()
  bot.closeAllConnections()
  bot.close()
  await simulator.stop()
})

async function call(method: string, body: object | FormData): Promise<void> {
  const isForm = body instanceof FormData
  await fetch(`${simulator.url}/bot${TOKEN}/${method}`, {
    method: 'POST',
    ...(isForm ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
}

async function open(user: number, viewport = { width: 1280, height: 900 }): Promise<void> {
  page = await browser.newPage({ viewport })
  page.on('pageerror', (error) => broken.push(error.message))
  await page.goto(`${simulator.url}/?user=${user}`)
}

async function openAsAdmin(viewport?: { width: number; height: number }): Promise<void> {
  await telegram.admin().write('/start')
  await open(ADMIN, viewport)
}

const soon = <T>(read: () => T): ReturnType<typeof expect.poll<T>> => expect.poll(read, { timeout: 30_000 })
const newest = (): Received | undefined => received.at(-1)

describe('a crowd', () => {
  it('is made in a dialog, presses START, and stays one row until it is opened or searched', async () => {
    await openAsAdmin()
    await page.getByTestId('crowd-add').click()
    await page.getByTestId('crowd-count').fill('300')
    await page.getByTestId('crowd-blocked').fill('10')
    await page.getByTestId('new-crowd').getByRole('button', { name: 'Створити' }).click()
    const state = page.getByTestId('crowd-state')
    await soon(() => state.innerText()).toBe('заблокували: 30')
    expect(await page.locator('.people .person').count()).toBeLessThan(20)
    await page.getByTestId('crowd-head').click()
    await soon(() => page.getByTestId('crowd-person').count()).toBe(40)
    await page.locator('#people-search').fill('1000123')
    await soon(() => page.getByTestId('crowd-person').count()).toBe(1)
  })

  it('lets one be each of its people, who see what the bot writes', async () => {
    const { ids } = await telegram.crowd(3)
    const id = ids[2] ?? 0
    await openAsAdmin()
    await page.locator('#people-search').fill(String(id))
    await page.getByTestId('crowd-person').click()
    const last = page.getByTestId('bubble').last()
    await soon(() => last.innerText()).toContain('Привіт')
    await call('sendMessage', { chat_id: id, text: 'Лише для тебе' })
    await soon(() => last.innerText()).toContain('Лише для тебе')
  })

  it('fits a phone', async () => {
    await telegram.crowd(40, { press: false })
    await openAsAdmin({ width: 320, height: 640 })
    await page.getByTestId('people-open').click()
    await page.getByTestId('crowd-head').click()
    await soon(() => page.getByTestId('crowd-person').count()).toBe(40)
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0)
    await page.getByTestId('crowd-add').click()
    await page.getByTestId('new-crowd').getByRole('button', { name: 'Скасувати' }).click()
  })
})

describe('formatting', () => {
  it('turns what was selected into the entities that Telegram sends', async () => {
    await openAsAdmin()
    const composer = page.getByTestId('composer')
    await composer.fill('🎓 Іспит завтра')
    await composer.selectText()
    await page.keyboard.press('Control+KeyB')
    await page.getByTestId('format-underline').click()
    expect(await composer.inputValue()).toBe('**++🎓 Іспит завтра++**')
    await composer.press('End')
    await composer.pressSequentially(' тут')
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Control+KeyK')
    await page.getByTestId('link-address').fill('https://abit.ua/x')
    await page.getByTestId('format-link-dialog').getByRole('button', { name: 'Додати' }).click()
    await page.getByTestId('send').click()
    await soon(() => newest()?.text).toBe('🎓 Іспит завтра тут')
    expect(newest()?.entities).toEqual([
      { type: 'bold', offset: 0, length: 15 },
      { type: 'underline', offset: 0, length: 15 },
      { type: 'text_link', offset: 16, length: 3, url: 'https://abit.ua/x' },
    ])
    await expect
      .poll(() => page.getByTestId('bubble').last().locator('strong u').innerText())
      .toContain('Іспит')
  })

  it('shows its bar on a phone while something is selected', async () => {
    await openAsAdmin({ width: 320, height: 640 })
    const composer = page.getByTestId('composer')
    const bar = page.locator('#format-bar')
    await composer.fill('важливо')
    expect(await bar.isVisible()).toBe(false)
    await composer.selectText()
    await soon(() => bar.isVisible()).toBe(true)
    await page.getByTestId('format-bold').click()
    await page.getByTestId('send').click()
    await soon(() => newest()?.entities).toEqual([{ type: 'bold', offset: 0, length: 7 }])
  })
})

describe('files', () => {
  it('go to the bot with a formatted caption', async () => {
    await openAsAdmin()
    const buffer = Buffer.from('x')
    await page.getByTestId('attach-file').setInputFiles({ name: 'правила.csv', mimeType: 'text/csv', buffer })
    await page.getByTestId('caption').fill('перший рядок\n**другий**')
    await page.getByTestId('attach-dialog').getByRole('button', { name: 'Надіслати' }).click()
    await expect
      .poll(() => newest()?.document)
      .toMatchObject({ file_name: 'правила.csv', mime_type: 'text/csv' })
    expect(newest()).toMatchObject({
      caption: 'перший рядок\nдругий',
      caption_entities: [{ type: 'bold', offset: 13, length: 6 }],
    })
  })

  it('from the bot are shown with name and size, and saved as they are', async () => {
    await openAsAdmin()
    const table = '\uFEFF"Ім’я";"Стан"\r\n"Олена";"надіслано"\r\n'
    const form = new FormData()
    form.set('chat_id', String(ADMIN))
    form.set('document', new Blob([table], { type: 'text/csv' }), 'розсилка-42.csv')
    await call('sendDocument', form)
    const link = page.getByTestId('bubble').last().locator('a.document')
    await soon(() => link.innerText()).toContain('розсилка-42.csv')
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('розсилка-42.csv')
    expect(await readFile(await download.path(), 'utf8')).toBe(table)
    expect(await telegram.admin().documents()).toContainEqual({ fileName: 'розсилка-42.csv', text: table })
  })
})

it('shows a reaction of the bot under a message, and takes it away', async () => {
  await openAsAdmin()
  const { messageId } = await telegram.admin().write('мавка')
  const bubble = page.locator(`[data-message-id="${messageId}"]`)
  const react = (reaction: object[]): Promise<void> =>
    call('setMessageReaction', { chat_id: ADMIN, message_id: messageId, reaction })
  await react([{ type: 'emoji', emoji: '🤷' }])
  await soon(() => bubble.getByTestId('reaction').innerText()).toBe('🤷')
  await react([])
  await soon(() => bubble.getByTestId('reaction').count()).toBe(0)
})

it('forwards a message to the bot', async () => {
  await openAsAdmin()
  await soon(() => page.getByTestId('bubble').count()).toBeGreaterThan(0)
  await page.getByTestId('bubble').last().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Переслати боту' }).click()
  await soon(() => newest()?.forward_origin).toMatchObject({ type: 'user' })
})
