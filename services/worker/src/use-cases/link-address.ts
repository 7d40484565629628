const SCHEMES: readonly string[] = ['http:', 'https:', 'tg:']
/** Longer ones are no address of a page anybody meant to publish. */
const LONGEST = 2_000

/** Whether a button may lead there: Telegram refuses a whole message for one address it cannot read. */
export function isLinkAddress(address: string): boolean {
  if (/\s/.test(address) || !URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  if (!SCHEMES.includes(protocol)) return false
  return protocol === 'tg:' ? /^tg:\/\/./i.test(address) : /[^.]\.[^.]/.test(hostname)
}

/** The same for addresses from outside: pages of the web only, and none that hides where it leads. */
export function isWebAddress(address: string): boolean {
  if (address.length > LONGEST || !isLinkAddress(address)) return false
  const { protocol, username, password } = new URL(address)
  return protocol !== 'tg:' && username === '' && password === ''
}
