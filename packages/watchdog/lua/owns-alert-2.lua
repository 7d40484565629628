-- Is it still this process that tells? Asked right before each message.
--   KEYS 1 flag   2 note (see take-alert-2.lua)
--   ARGV 1 owner
--   Output  1 yes   0 no: it took too long, and somebody else may have taken over
if redis.call('GET', KEYS[1]) == 'sending' and redis.call('HGET', KEYS[2], 'owner') == ARGV[1] then
  return 1
end
return 0
