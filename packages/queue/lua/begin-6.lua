-- Takes over a lane: raises its fencing epoch and counts one more attempt at its head.
--   KEYS 1 mailbox   2 index of mailboxes   3 epoch   4 attempts   5 reply in progress   6 overflow mark
--   ARGV 1 lane   2 seconds the counters live
--   Output  nil when the mailbox is empty, else {epoch, attempts, head, reply in progress or "", ms the head has waited}
local head = redis.call('LINDEX', KEYS[1], 0)
if not head then
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('DEL', KEYS[4], KEYS[5], KEYS[6])
  return nil
end
local epoch = redis.call('INCR', KEYS[3])
redis.call('EXPIRE', KEYS[3], ARGV[2])
local attempts = redis.call('INCR', KEYS[4])
redis.call('EXPIRE', KEYS[4], ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local since = tonumber(redis.call('ZSCORE', KEYS[2], ARGV[1]) or now)
return { epoch, attempts, head, redis.call('GET', KEYS[5]) or '', math.max(0, now - since) }
