import { accountEventsPublish, handleJob } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import { publishAccountEvents } from '../account-events/publish-account-events.ts'
import type { AccountEventsDependencies } from '../account-events/publish-account-events.ts'

export function handleAccountEventsPublish(deps: AccountEventsDependencies): HandledJob {
  return handleJob(accountEventsPublish, (_payload, { signal }) => publishAccountEvents(deps, signal))
}
