-- Gives up a lease that is still ours, and tells whoever waits for it; the winner's lease is never touched.
--   KEYS 1 lease, whose name is also that of the channel
--   ARGV 1 owner
--   Output  1 given up   0 it was not ours
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', KEYS[1], 'free')
return 1
