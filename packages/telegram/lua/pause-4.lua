-- Obeys a 429: stops whom it concerns for as long as Telegram asked.
--   KEYS 1 end of the pause of everything   2 of bulk   3 of the chat   4 chats refused lately (ZSET)
--   ARGV 1 lane "bulk" | "reply"   2 us to pause   3 chat ("" for none)   4 us that count as lately
--   Output  "all" | "bulk" | "chat": who is stopped
-- To bulk: all bulk. To a reply: that chat. Refusals in two chats lately: everything. A pause never gets shorter.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local ends = now + ARGV[2]

-- Keys outlive their meaning by some seconds: what counts are the times they hold.
local function ms_of(us)
  return math.ceil(us / 1000) + 10000
end
local function extend(key)
  if tonumber(redis.call('GET', key) or 0) < ends then
    redis.call('SET', key, string.format('%.0f', ends), 'PX', ms_of(ARGV[2]))
  end
end

if ARGV[3] ~= '' then
  redis.call('ZADD', KEYS[4], string.format('%.0f', now), ARGV[3])
  redis.call('PEXPIRE', KEYS[4], ms_of(ARGV[4]))
end
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', '(' .. string.format('%.0f', now - ARGV[4]))
local who = ARGV[1] == 'bulk' and 'bulk' or 'chat'
if redis.call('ZCARD', KEYS[4]) >= 2 then
  who = 'all'
  extend(KEYS[1])
end
extend(ARGV[1] == 'bulk' and KEYS[2] or KEYS[3])
return who
