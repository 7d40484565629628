export { createClock, jitter, pause, randomId, systemClock } from './clock.ts'
export type { Clock } from './clock.ts'
export * as fields from './config/fields.ts'
export { ConfigError, defineSection, loadConfig } from './config/load.ts'
export type { Config, Environment, Problem, Section } from './config/load.ts'
export {
  botSection,
  databaseSection,
  environmentField,
  processSection,
  redisSection,
  sendingSection,
} from './config/sections.ts'
export { Fault, defineFault, isEnvironmental, retryAfterMs } from './fault.ts'
export type { FaultFactory, FaultTraits } from './fault.ts'
export { createHealth, serveHealth } from './health.ts'
export type { Check, Health, HealthReport, HealthServer } from './health.ts'
export { readHeartbeats, startHeartbeat } from './heartbeat.ts'
export type { Beat, Heartbeat, HeartbeatOptions, Heartbeats } from './heartbeat.ts'
export { createLease, watchRelease } from './lease.ts'
export type { Lease, LeaseWatch } from './lease.ts'
export { runService } from './lifecycle.ts'
export type { Own, ServiceContext } from './lifecycle.ts'
export { POLLING_LOCK, describeLockHolder, holderHere, parseLockHolder } from './lock-holder.ts'
export type { LockHolder } from './lock-holder.ts'
export { createLogger } from './logger.ts'
export type { Logger } from './logger.ts'
export { loadScript, runScript } from './lua.ts'
export type { LuaReply, Script } from './lua.ts'
export { createMetrics } from './metrics.ts'
export type { Counter, Gauge, Histogram, Metrics } from './metrics.ts'
export { closeRedis, connectRedis, createRedis, gatherWrites, redisUnreachable } from './redis.ts'
export type { Redis, RedisOptions, RedisProfile } from './redis.ts'
export { describeError, scrub } from './scrub.ts'
export { versionOf } from './version.ts'
