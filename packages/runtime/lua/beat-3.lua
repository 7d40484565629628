-- Notes a sign of life of one process, on Redis' clock.
--   KEYS 1 beats: member "<service>:<instance>", score UNIX seconds   2 last sign of each service, likewise
--        3 UNIX seconds since when processes are watched without a gap
--   ARGV 1 member   2 service   3 "1": it goes on   "0": it says goodbye   4 seconds without any sign that make a gap
--   Output  UNIX seconds now
local now = tonumber(redis.call('TIME')[1])
local last = redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2]
if not last or now - tonumber(last) > tonumber(ARGV[4]) then
  redis.call('SET', KEYS[3], now)
else
  redis.call('SET', KEYS[3], now, 'NX')
end
if ARGV[3] == '1' then
  redis.call('ZADD', KEYS[1], now, ARGV[1])
else
  redis.call('ZREM', KEYS[1], ARGV[1])
end
redis.call('ZADD', KEYS[2], now, ARGV[2])
return now
