-- Gives up a lease that is still ours; the winner's lease is never touched.
--   KEYS 1 lease
--   ARGV 1 owner
--   Output  1 given up   0 it was not ours
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
return redis.call('DEL', KEYS[1])
