-- Makes one process the one that tells of a beginning or an end, if that is due.
--   KEYS 1 flag: "sending" while somebody tells, "sent" until the end   2 note: a hash with what belongs to it
--   ARGV 1 owner   2 phase: "start" or "end"   3 ms the telling may take   4 ms in which nothing changes twice
--        5 ms since when (start), or when it ended (end)   6 facts (start), or "1": its subject is gone (end)
--   Output  nil: nothing to tell, or somebody else does   else {1: this phase begins, 0: it goes on, field, value, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local flag = redis.call('GET', KEYS[1])
local phase = redis.call('HGET', KEYS[2], 'phase')
if flag == 'sending' then
  return false
end
if flag == 'sent' and not phase then
  -- A flag that somebody else has set: nobody is told of the beginning again. Without a note there is no end to tell.
  if ARGV[2] == 'start' then
    redis.call('HSET', KEYS[2], 'phase', 'start', 'since', ARGV[5], 'facts', ARGV[6], 'changed', now)
  else
    redis.call('DEL', KEYS[1])
  end
  return false
end
if ARGV[2] == 'start' and flag == 'sent' and phase == 'start' then
  return false
end
if ARGV[2] == 'end' and not phase then
  return false
end
local begins = phase ~= ARGV[2]
-- Replicas look at slightly different moments: what one has just changed, another must not change back.
local changed = tonumber(redis.call('HGET', KEYS[2], 'changed') or 0)
if begins and (phase == 'over' or (phase and now - changed < tonumber(ARGV[4]))) then
  return false
end
redis.call('SET', KEYS[1], 'sending', 'PX', ARGV[3])
redis.call('HSET', KEYS[2], 'owner', ARGV[1])
if begins then
  redis.call('HSET', KEYS[2], 'phase', ARGV[2], 'changed', now)
  if ARGV[2] == 'start' then
    redis.call('HSET', KEYS[2], 'since', ARGV[5], 'facts', ARGV[6])
  else
    redis.call('HSET', KEYS[2], 'ended', ARGV[5], 'gone', ARGV[6])
  end
end
return { begins and 1 or 0, unpack(redis.call('HGETALL', KEYS[2])) }
