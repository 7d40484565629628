import type { Page } from './page.ts'

/** Runs something that may fail; a failure is shown. Answers whether it went well. */
export async function attempt(page: Pick<Page, 'toast'>, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run()
    return true
  } catch (error) {
    page.toast(error instanceof Error ? error.message : String(error), 'problem')
    return false
  }
}
