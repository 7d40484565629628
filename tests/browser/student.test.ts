import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../setup/chromium.ts'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let platform: Platform
let browser: Browser
beforeAll(async () => {
  platform = await startPlatform({ workers: 1 })
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: FLAGS })
})
afterAll(async () => {
  await browser.close()
  await platform.stop()
})

async function say(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text)
  await page.getByTestId('send').click()
}

const lastBubble = (page: Page) => page.getByTestId('bubble').last()

async function press(page: Page, label: string): Promise<void> {
  await page.getByTestId('inline-button').filter({ hasText: label }).last().click()
}

async function seesLast(page: Page, text: string): Promise<void> {
  await expect.poll(() => lastBubble(page).innerText(), { timeout: 15_000 }).toContain(text)
}

describe('the chat page', () => {
  it('lets a student start, paste an offer, enter grades and read the right score', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    await page.goto(platform.telegram.url)
    await page.getByTestId('person-1001').click()
    await page.getByTestId('start').click()
    await seesLast(page, 'Привіт')
    await say(page, 'https://vstup.edbo.gov.ua/offer/1481286/')
    await seesLast(page, 'Додай бали НМТ')
    await press(page, 'Додати бали НМТ')
    await press(page, '2025')
    await press(page, 'Фізика')
    await seesLast(page, 'Надішли бал')
    await say(page, '180 190 170 185')
    await seesLast(page, 'Твій бал: 183,571')
    expect(broken).toEqual([])
    await page.close()
  })

  it('fits a phone, in light and in dark', async () => {
    for (const [user, colorScheme] of [
      [1002, 'light'],
      [1004, 'dark'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme })
      await page.goto(`${platform.telegram.url}/?user=${user}`)
      await page.getByTestId('start').click()
      await seesLast(page, 'Привіт')
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
      expect(overflow).toBeLessThanOrEqual(0)
      await page.close()
    }
  })
})
