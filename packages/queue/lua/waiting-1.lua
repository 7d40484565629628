-- Lanes whose head has waited for a while, longest first.
--   KEYS 1 index of mailboxes
--   ARGV 1 at least so many ms   2 at most so many lanes
--   Output  {number of lanes with a mailbox, ms the oldest head has waited, lane, lane, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local answer = { redis.call('ZCARD', KEYS[1]), oldest[2] and math.max(0, now - tonumber(oldest[2])) or 0 }
local lanes = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[1]), 'LIMIT', 0, ARGV[2])
for _, lane in ipairs(lanes) do
  answer[#answer + 1] = lane
end
return answer
