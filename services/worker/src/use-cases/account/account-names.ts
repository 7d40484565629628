import type { Account } from '@abitly/database'
import { displayName } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** «Олена К.» for an HTML message; an account without a name is called so. */
export function accountName(tr: Translator, account: Pick<Account, 'firstName' | 'lastName'> | null): string {
  const name = displayName([account?.firstName ?? '', account?.lastName ?? ''].join(' '))
  return name === '' ? tr.text('account-nameless') : name
}
