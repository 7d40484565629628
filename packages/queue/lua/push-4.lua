-- Puts an update into the mailbox of its lane, once.
--   KEYS 1 seen mark of the update   2 mailbox   3 index of mailboxes   4 overflow mark of the lane
--   ARGV 1 entry "<update id> <JSON>"   2 lane   3 seconds the seen mark lives   4 most waiting updates of a lane
--        5 entry to store instead when the lane overflows for the first time ("" for none)   6 "1" = replay: skip the checks
--   Output  1 stored   0 duplicate   -1 dropped: the lane is full   -2 dropped, and the overflow entry was stored
local replay = ARGV[6] == '1'
if not replay and not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[3]) then
  return 0
end
local entry, result = ARGV[1], 1
if not replay and redis.call('LLEN', KEYS[2]) >= tonumber(ARGV[4]) then
  if ARGV[5] == '' or not redis.call('SET', KEYS[4], '1', 'NX', 'EX', 86400) then
    return -1
  end
  entry, result = ARGV[5], -2
end
redis.call('RPUSH', KEYS[2], entry)
local time = redis.call('TIME')
redis.call('ZADD', KEYS[3], 'NX', time[1] * 1000 + math.floor(time[2] / 1000), ARGV[2])
return result
