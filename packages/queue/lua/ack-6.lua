-- Removes the head when it is the update that was handled, and returns the next one.
--   KEYS 1 mailbox   2 index of mailboxes   3 epoch   4 attempts   5 reply in progress   6 overflow mark
--   ARGV 1 epoch of the caller   2 update id   3 lane   4 seconds the counters live
--   Output  nil when the mailbox is empty now; -1 lost: another drain owns the lane; else {attempts, head}
-- A client sends a command again whose answer got lost: the head is popped only if it still is that update.
if redis.call('GET', KEYS[3]) ~= ARGV[1] then
  return -1
end
local head = redis.call('LINDEX', KEYS[1], 0)
local handled = ARGV[2] .. ' '
if head and string.sub(head, 1, #handled) == handled then
  redis.call('LPOP', KEYS[1])
  redis.call('DEL', KEYS[5])
  head = redis.call('LINDEX', KEYS[1], 0)
  if head then
    local time = redis.call('TIME')
    redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[3])
    redis.call('SET', KEYS[4], 1, 'EX', ARGV[4])
  end
end
if not head then
  redis.call('ZREM', KEYS[2], ARGV[3])
  redis.call('DEL', KEYS[4], KEYS[5], KEYS[6])
  return nil
end
return { tonumber(redis.call('GET', KEYS[4]) or 1), head }
