-- All signs of life at once; forgets processes that have given none for long.
--   KEYS 1 beats   2 last sign of each service   3 since when processes are watched without a gap (all: see beat-3.lua)
--   ARGV 1 seconds after which a silent process is forgotten   2 seconds without any sign that make a gap
--   Output  {UNIX seconds now, watched since, {member, seconds, ...}, {service, seconds, ...}}
local now = tonumber(redis.call('TIME')[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. (now - tonumber(ARGV[1])))
local last = redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2]
local since = redis.call('GET', KEYS[3])
if not since or not last or now - tonumber(last) > tonumber(ARGV[2]) then
  since = now
  redis.call('SET', KEYS[3], now)
end
return {
  now,
  tonumber(since),
  redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES'),
  redis.call('ZRANGE', KEYS[2], 0, -1, 'WITHSCORES'),
}
