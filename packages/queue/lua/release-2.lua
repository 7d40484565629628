-- Takes back the attempt that begin or ack counted: the update was not tried, or its surroundings failed.
--   KEYS 1 epoch   2 attempts
--   ARGV 1 epoch of the caller
--   Output  1 taken back   -1 lost: another drain owns the lane
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return -1
end
if tonumber(redis.call('GET', KEYS[2]) or 0) > 0 then
  redis.call('DECR', KEYS[2])
end
return 1
