-- Ends the telling.
--   KEYS 1 flag   2 note (see take-alert-2.lua)
--   ARGV 1 owner   2 "1": all were told   "0": some must be told at the next run   3 ms in which nothing changes twice
--   Output  1 done   0 not ours any more
if redis.call('HGET', KEYS[2], 'owner') ~= ARGV[1] then
  return 0
end
local time = redis.call('TIME')
local calm = tonumber(ARGV[3])
redis.call('HDEL', KEYS[2], 'owner')
redis.call('HSET', KEYS[2], 'changed', time[1] * 1000 + math.floor(time[2] / 1000))
if ARGV[2] ~= '1' and calm > 0 then
  redis.call('SET', KEYS[1], 'sending', 'PX', calm)
elseif ARGV[2] ~= '1' then
  redis.call('DEL', KEYS[1])
elseif redis.call('HGET', KEYS[2], 'phase') == 'start' then
  redis.call('SET', KEYS[1], 'sent')
else
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[2], 'phase', 'over')
  redis.call('PEXPIRE', KEYS[2], calm)
end
return 1
