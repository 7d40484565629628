import type { Claim, DeliveryRow } from '@abitly/database'
import type { SendOutcome } from '@abitly/telegram'
import { decideDelivery } from './decide-delivery.ts'
import type { Decision } from './decide-delivery.ts'
import { prepareDelivery } from './prepare-delivery.ts'
import { recordDelivery } from './record-delivery.ts'
import type { DeliveryDependencies, Sending } from './sending.ts'

/** What trying one delivery came to. */
export type DeliveryStep =
  /** It was claimed, and its row says what became of it. */
  | { kind: 'tried'; decision: Decision }
  /** Its row needed no call: skipped, or somebody else's. */
  | { kind: 'passed' }
  /** The budget has no place for it now; nothing was claimed. */
  | { kind: 'later'; delayMs: number }
  /** The campaign does not run any more. */
  | { kind: 'not-running' }
  /** Nothing may be sent now, whatever the campaign: come back after so many milliseconds. */
  | { kind: 'stopped'; delayMs: number }

/** While the emergency stop is on, its end is looked for this often. */
const STOPPED_MS = 2_000

/** Sends one delivery: the limiter's grant, then the claim, then the call, then its record. */
export async function sendDelivery(
  row: DeliveryRow,
  sending: Sending,
  deps: DeliveryDependencies,
): Promise<DeliveryStep> {
  const prepared = prepareDelivery(row, sending, deps)
  if (prepared === null) return await giveUp(row, sending, deps)
  const taken: { claim: Claim | null } = { claim: null }
  const claim = async (): Promise<boolean> => {
    taken.claim = await claimRow(row, sending, deps)
    return taken.claim.kind === 'claimed'
  }
  const outcome = await whatCame(taken, deps, () =>
    deps.bulkApi.call(prepared.method, prepared.payload, { claim }),
  )
  if (taken.claim === null) return unclaimed(outcome)
  if (taken.claim.kind !== 'claimed') return withdrawn(taken.claim.kind)
  return await conclude(row, taken.claim.attempt, outcome, sending, deps)
}

function claimRow(
  row: DeliveryRow,
  { campaign }: Sending,
  { database, clock }: DeliveryDependencies,
): Promise<Claim> {
  return database.repositories.deliveries.claim(campaign.id, row.position, clock.now())
}

/** What is thrown once the row is claimed leaves open whether the message is out; before, nothing has happened. */
async function whatCame(
  taken: { readonly claim: Claim | null },
  { logger }: DeliveryDependencies,
  call: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  try {
    return await call()
  } catch (error) {
    if (taken.claim?.kind !== 'claimed') throw error
    logger.error({ err: error }, 'a bulk send broke off')
    return { kind: 'unknown', reason: 'the call broke off' }
  }
}

/** No claim was made, so nothing was sent. */
function unclaimed(outcome: SendOutcome): DeliveryStep {
  if (outcome.kind !== 'later') throw new Error(`A bulk send passed its claim by: ${outcome.kind}`)
  const { revoked, delayMs } = outcome
  return revoked === true ? { kind: 'stopped', delayMs } : { kind: 'later', delayMs }
}

function withdrawn(kind: Exclude<Claim['kind'], 'claimed'>): DeliveryStep {
  if (kind === 'not-running') return { kind: 'not-running' }
  return kind === 'stopped' ? { kind: 'stopped', delayMs: STOPPED_MS } : { kind: 'passed' }
}

/** A message that cannot be made is a mistake of ours: its recipient is recorded as failed, the others go on. */
async function giveUp(row: DeliveryRow, sending: Sending, deps: DeliveryDependencies): Promise<DeliveryStep> {
  const taken = await claimRow(row, sending, deps)
  if (taken.kind !== 'claimed') return withdrawn(taken.kind)
  const result = { state: 'failed', error: 'the message could not be made' } as const
  const decision: Decision = { result, failed: true }
  await recordDelivery(row, taken.attempt, decision, sending, deps)
  return { kind: 'tried', decision }
}

async function conclude(
  row: DeliveryRow,
  attempt: number,
  outcome: SendOutcome,
  sending: Sending,
  deps: DeliveryDependencies,
): Promise<DeliveryStep> {
  const decision = decide(outcome, attempt, sending, deps)
  await recordDelivery(row, attempt, decision, sending, deps)
  return { kind: 'tried', decision }
}

function decide(
  outcome: SendOutcome,
  attempt: number,
  { campaign }: Sending,
  { clock, maxRetries, retryDelayMs }: DeliveryDependencies,
): Decision {
  const now = clock.now()
  if (outcome.kind === 'withdrawn') throw new Error('A delivery was withdrawn after its claim')
  // The claim took so long that its slot was over: the row is given back as if nothing had happened.
  if (outcome.kind === 'later') {
    const dueAt = new Date(now.getTime() + outcome.delayMs)
    return { result: { state: 'pending', dueAt, refund: true }, failed: null }
  }
  const { resendUnknown } = campaign
  return decideDelivery(outcome, { number: attempt, now, resendUnknown, maxRetries, retryDelayMs })
}
