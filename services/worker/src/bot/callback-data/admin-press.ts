import { CAMPAIGN_ACTIONS, OPEN_DAY_UPDATE_ANSWERS } from '../../use-cases/admin/admin-press.ts'
import type { AdminPress, CampaignAction, OpenDayUpdateAnswer } from '../../use-cases/admin/admin-press.ts'
import { packBroadcastAnswer, unpackBroadcastAnswer } from './broadcast-answer.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

type Fields = readonly string[]

const ACTION_CODES: Readonly<Record<CampaignAction, string>> = {
  open: 'o',
  refresh: 'f',
  pause: 'p',
  resume: 'r',
  'ask-cancel': 'q',
  cancel: 'x',
  keep: 'k',
  'send-now': 'go',
  reschedule: 'ot',
  report: 'csv',
  'retry-unknown': 'u',
}

const UPDATE_CODES: Readonly<Record<OpenDayUpdateAnswer, string>> = {
  send: 'go',
  example: 'e',
  back: 'b',
  cancel: 'c',
}

/** Stands for a campaign that does not exist yet; numbers begin at 1. */
const NO_NUMBER = 0

/** What a button of an admin asks for, as fields: `<code>:<number>:<revision>:<answer>`. */
export function packAdminPress(press: AdminPress): string[] {
  switch (press.kind) {
    case 'new-broadcast':
      return ['n']
    case 'campaigns':
      return ['l', packNumber(press.page)]
    case 'campaign':
      return ['c', packNumber(press.number), ACTION_CODES[press.action]]
    case 'broadcast': {
      const { number, revision, answer } = press
      return ['b', packNumber(number ?? NO_NUMBER), packNumber(revision), ...packBroadcastAnswer(answer)]
    }
    case 'open-day-update':
      return ['d', packNumber(press.number), packNumber(press.revision), UPDATE_CODES[press.answer]]
    case 'health':
      return ['h']
  }
}

/** The press back; null for anything we have not packed. */
export function unpackAdminPress([code = '', ...fields]: Fields): AdminPress | null {
  switch (code) {
    case 'n':
      return { kind: 'new-broadcast' }
    case 'l': {
      const page = unpackNumber(fields[0])
      return page === null ? null : { kind: 'campaigns', page }
    }
    case 'c':
      return readCampaign(fields)
    case 'b':
      return readBroadcast(fields)
    case 'd':
      return readOpenDayUpdate(fields)
    case 'h':
      return { kind: 'health' }
    default:
      return null
  }
}

function readCampaign([packed, code]: Fields): AdminPress | null {
  const number = unpackNumber(packed)
  const action = CAMPAIGN_ACTIONS.find((known) => ACTION_CODES[known] === code)
  return number === null || action === undefined ? null : { kind: 'campaign', number, action }
}

function readBroadcast([packedNumber, packedRevision, ...rest]: Fields): AdminPress | null {
  const number = unpackNumber(packedNumber)
  const revision = unpackNumber(packedRevision)
  const answer = unpackBroadcastAnswer(rest)
  if (number === null || revision === null || answer === null) return null
  return { kind: 'broadcast', number: number === NO_NUMBER ? null : number, revision, answer }
}

function readOpenDayUpdate([packedNumber, packedRevision, code]: Fields): AdminPress | null {
  const number = unpackNumber(packedNumber)
  const revision = unpackNumber(packedRevision)
  const answer = OPEN_DAY_UPDATE_ANSWERS.find((known) => UPDATE_CODES[known] === code)
  if (number === null || revision === null || answer === undefined) return null
  return { kind: 'open-day-update', number, revision, answer }
}
