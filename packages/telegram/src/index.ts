export { createBotApi } from './client.ts'
export type { BotApi, BotApiOptions, SendMetrics } from './client.ts'
export { asFault } from './faults.ts'
export { fileUpload } from './file-upload.ts'
export type { FileUpload } from './file-upload.ts'
export { registerSendGauges } from './gauges.ts'
export { createLimiter } from './limiter.ts'
export type {
  ChatId,
  Clearance,
  Grant,
  Limiter,
  LimiterOptions,
  Obstacle,
  Paused,
  SendLane,
  Slot,
} from './limiter.ts'
export type { MovedChats } from './moved-chats.ts'
export { createSendGate, LONGEST_WAIT_MS } from './send-gate.ts'
export type { Later, Passage, SendGate } from './send-gate.ts'
export type { Call, CallOptions, CallOutcome, SendOutcome } from './send-outcome.ts'
export { watchToken } from './token-watch.ts'
export type { TokenWatch, TokenWatchOptions } from './token-watch.ts'
export { WEBHOOK_PATH, webhookAddress } from './webhook-url.ts'
