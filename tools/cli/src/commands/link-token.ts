import type { Account, Database } from '@abitly/database'
import { LINK_PREFIX, createLinkTokens } from '@abitly/queue'
import { systemClock } from '@abitly/runtime'
import type { Command, Io } from '../command.ts'
import { withDatabase, withRedis } from '../connect.ts'

/** As long as the website's tokens live. */
const TTL_SECONDS = 600
const LISTED = 10
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Plays the website: issues a token that links a chat to an account, so that linking can be tried. */
export const linkToken: Command = {
  name: 'link-token',
  usage: '[<web user id>]',
  summary: 'issue a token that links a chat to an account; without an id: accounts to try it with',
  run: ([id], io) =>
    withDatabase(io.env, (database) => (id === undefined ? list(database, io) : issue(database, id, io))),
}

async function list(database: Database, io: Io): Promise<number> {
  const accounts = await database.repositories.accounts.generated(LISTED)
  if (accounts.length === 0)
    io.out('The catalogue is not there yet: `pnpm abitly seed` brings accounts to try.')
  for (const { id, ...name } of accounts) io.out(`${id}  ${nameOf(name)}`)
  return 0
}

async function issue(database: Database, id: string, io: Io): Promise<number> {
  const account = UUID.test(id) ? await database.repositories.accounts.find(id) : null
  if (account === null) {
    io.err(`There is no account ${id}. \`pnpm abitly link-token\` lists some.`)
    return 1
  }
  const payload = { webUserId: account.id }
  const token = await withRedis(io.env, (redis) =>
    createLinkTokens(redis).mint(payload, { ttlSeconds: TTL_SECONDS, now: systemClock.now() }),
  )
  io.out(`A link to the account of ${nameOf(account)}, for one use within ${TTL_SECONDS / 60} minutes:`)
  io.out(`  https://t.me/<bot>?start=${LINK_PREFIX}${token}`)
  io.out('In the simulator, write this to the bot, or add ?start=… to the address of the page:')
  io.out(`  /start ${LINK_PREFIX}${token}`)
  return 0
}

function nameOf({ firstName, lastName }: Pick<Account, 'firstName' | 'lastName'>): string {
  return [firstName, lastName ?? ''].join(' ').trim()
}
