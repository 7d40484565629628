const SCHEMES: readonly string[] = ['http:', 'https:', 'tg:']

/** Whether a button may lead there: Telegram refuses a whole message for one address it cannot read. */
export function isLinkAddress(address: string): boolean {
  if (/\s/.test(address) || !URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  if (!SCHEMES.includes(protocol)) return false
  return protocol === 'tg:' ? /^tg:\/\/./i.test(address) : /[^.]\.[^.]/.test(hostname)
}
