-- Takes a lease that is free, prolongs one that is ours; nobody else's is ever touched.
--   KEYS 1 lease
--   ARGV 1 owner   2 ms it lives from now on
--   Output  the owner from now on
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then
  return owner
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
