-- Grants the slots of one call, or says how long to wait before asking again. Redis' own clock is the only one.
--   KEYS 1 window of the lane (ZSET of its last L grant times, future ones too)   2 next free time of the chat
--        3 next free time of bulk   4 end of the pause of everything   5 of bulk   6 of the chat
--        7 mark that the token is revoked   8 birth: since when this Redis counts
--   ARGV 1 lane "bulk" | "reply"   2 slots per window L   3 window, us   4 chat interval, us
--        5 how far ahead the chat may run, us   6 horizon: how far ahead slots are reserved, us
--        7 slots of this call   8 unique member
--   Output  {"granted", us to wait before sending, time of the slot, birth}
--           {"chat" | "lane" | "revoked", us to wait before asking again}: who is in the way; nothing was reserved
-- Times are whole microseconds.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local bulk = ARGV[1] == 'bulk'
local limit, window, interval = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local ahead, horizon, slots = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])

local function moment(key)
  return tonumber(redis.call('GET', key) or 0)
end
local function remember(key, at, ...)
  redis.call('SET', key, string.format('%.0f', at), ...)
end
-- Keys outlive their meaning by some seconds: what counts are the times they hold.
local function ms_until(at)
  return math.ceil((at - now) / 1000) + 10000
end

if redis.call('EXISTS', KEYS[7]) == 1 then
  return { 'revoked', 0 }
end
local birth = moment(KEYS[8])
if birth == 0 then
  birth = now
  remember(KEYS[8], birth)
end

local at = math.max(now, moment(KEYS[4]))
if bulk then
  -- A Redis that came back empty has forgotten what left in the last second.
  at = math.max(at, moment(KEYS[5]), moment(KEYS[3]), birth + window)
end
-- An album larger than the window takes all of it.
local taken = math.min(slots, limit)
local oldest = redis.call('ZREVRANGE', KEYS[1], limit - taken, limit - taken, 'WITHSCORES')
if oldest[2] then
  at = math.max(at, oldest[2] + window)
end
if at - now > horizon then
  -- Half of what is reserved goes out meanwhile: who comes back finds many slots, so that few ask in vain.
  return { 'lane', math.ceil(at - now - horizon / 2) }
end

-- A busy chat reserves nothing: it must never hold a slot that others could use.
local chat_next = moment(KEYS[2])
local chat_wait = math.max(chat_next - ahead, moment(KEYS[6])) - at
if chat_wait > 0 then
  return { 'chat', chat_wait }
end

for slot = 1, taken do
  redis.call('ZADD', KEYS[1], string.format('%.0f', at), ARGV[8] .. ':' .. slot)
end
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -limit - 1)
redis.call('PEXPIRE', KEYS[1], ms_until(at + window))
if interval > 0 then
  chat_next = math.max(chat_next, at) + slots * interval
  remember(KEYS[2], chat_next, 'PX', ms_until(chat_next))
end
if bulk then
  -- Evenly, not all at the beginning of each window.
  local bulk_next = at + slots * math.ceil(window / limit)
  remember(KEYS[3], bulk_next, 'PX', ms_until(bulk_next))
end
return { 'granted', at - now, at, birth }
