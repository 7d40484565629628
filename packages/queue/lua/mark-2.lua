-- Notes which reply of the head is about to be sent.
--   KEYS 1 epoch   2 reply in progress
--   ARGV 1 epoch of the caller   2 "<index>:<refusals>"   3 seconds it lives
--   Output  1 noted   -1 lost: another drain owns the lane
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return -1
end
redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
return 1
