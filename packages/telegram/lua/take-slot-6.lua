-- Grants one send, or says how long to wait before asking again. Redis' own clock is the only one.
--   KEYS 1 window of the lane (ZSET of its last grant times)   2 next free time of the chat   3 next free time of bulk
--        4 pause of everything   5 pause of bulk   6 pause of the chat
--   ARGV 1 lane "bulk" | "reply"   2 grants per window L   3 window, us   4 chat interval, us
--        5 how far ahead the chat may run, us   6 horizon: longest wait granted in advance, us   7 unique member
--   Output  {1, us to wait before sending}   {0, us to wait before asking again}: nothing was reserved
-- Times are microseconds; the pauses live as long as their keys do.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local bulk = ARGV[1] == 'bulk'
local limit, window, interval = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

local function left(key)
  local ms = redis.call('PTTL', key)
  return ms > 0 and ms * 1000 or 0
end

-- A busy chat reserves nothing: it must never hold a place that others could use.
local chat_at = tonumber(redis.call('GET', KEYS[2]) or 0)
local chat_wait = chat_at - tonumber(ARGV[5]) - now
if chat_wait > 0 then
  return { 0, chat_wait }
end

local at = now + math.max(left(KEYS[4]), left(KEYS[6]), bulk and left(KEYS[5]) or 0)
local bulk_interval = window / limit
if bulk then
  -- One interval of catch-up makes good for timers that fire late.
  at = math.max(at, tonumber(redis.call('GET', KEYS[3]) or 0) - bulk_interval)
end
local nth = redis.call('ZREVRANGE', KEYS[1], limit - 1, limit - 1, 'WITHSCORES')
if nth[2] and nth[2] + window > at then
  at = nth[2] + window
end
at = math.ceil(at)
if at - now > tonumber(ARGV[6]) then
  return { 0, at - now }
end

local keep = math.ceil((window + at - now) / 1000) + 1000
redis.call('ZADD', KEYS[1], string.format('%.0f', at), ARGV[7])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -limit - 1)
redis.call('PEXPIRE', KEYS[1], keep)
local chat_next = math.max(chat_at, at) + interval
redis.call('SET', KEYS[2], string.format('%.0f', chat_next), 'PX', math.ceil((chat_next - now) / 1000) + 1000)
if bulk then
  local bulk_next = math.max(at, tonumber(redis.call('GET', KEYS[3]) or 0)) + bulk_interval
  redis.call('SET', KEYS[3], string.format('%.0f', bulk_next), 'PX', keep)
end
return { 1, at - now }
