-- Takes an alert out of the index, unless somebody has put it there anew.
--   KEYS 1 index: id -> token of the last one who put it there
--   ARGV 1 id   2 token
--   Output  1 forgotten   0 not
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
  return 0
end
return redis.call('HDEL', KEYS[1], ARGV[1])
