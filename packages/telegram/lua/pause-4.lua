-- Obeys a 429: stops whom it concerns for as long as Telegram asked.
--   KEYS 1 pause of everything   2 pause of bulk   3 pause of the chat   4 chats refused lately (ZSET)
--   ARGV 1 lane "bulk" | "reply"   2 ms to pause   3 chat ("" for none)   4 ms that count as lately
--   Output  "all" | "bulk" | "chat": who is stopped
-- To bulk: all bulk. To a reply: that chat. Refusals in two chats lately: everything. A pause never gets shorter.
local function extend(key)
  if redis.call('PTTL', key) < tonumber(ARGV[2]) then
    redis.call('SET', key, '1', 'PX', ARGV[2])
  end
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if ARGV[3] ~= '' then
  redis.call('ZADD', KEYS[4], now, ARGV[3])
  redis.call('PEXPIRE', KEYS[4], ARGV[4])
end
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', '(' .. (now - ARGV[4]))
local who = ARGV[1] == 'bulk' and 'bulk' or 'chat'
if redis.call('ZCARD', KEYS[4]) >= 2 then
  who = 'all'
  extend(KEYS[1])
end
extend(ARGV[1] == 'bulk' and KEYS[2] or KEYS[3])
return who
