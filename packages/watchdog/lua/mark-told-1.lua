-- Notes that an admin needs no further message of this phase.
--   KEYS 1 note (see take-alert-2.lua)
--   ARGV 1 owner   2 admin   3 phase
--   Output  1 noted   0 not any more: somebody else tells
if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'told:' .. ARGV[2], ARGV[3])
return 1
