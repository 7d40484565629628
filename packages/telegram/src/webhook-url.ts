/** Where Telegram posts updates. */
export const WEBHOOK_PATH = '/telegram/webhook'

/** The full webhook address: a base address gets the route's path, any other path is the operator's choice. */
export function webhookAddress(given: string): string {
  const url = new URL(given)
  if (url.pathname === '/') url.pathname = WEBHOOK_PATH
  return url.toString()
}
