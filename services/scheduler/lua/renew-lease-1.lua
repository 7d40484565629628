-- Prolongs a lease that is still ours.
--   KEYS 1 lease
--   ARGV 1 owner   2 ms it lives from now on
--   Output  1 prolonged   0 it is not ours
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
