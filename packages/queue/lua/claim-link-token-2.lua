-- Redeems a link token once, and remembers for whom: the same update that comes again is given the same answer.
--   KEYS 1 token   2 its claim
--   ARGV 1 id of the update that redeems it   2 seconds the claim is remembered
--   Output  the payload of the token; nil: there is no such token, or another update has redeemed it
local mine = ARGV[1] .. ' '
local claim = redis.call('GET', KEYS[2])
if claim then
  if string.sub(claim, 1, #mine) == mine then
    return string.sub(claim, #mine + 1)
  end
  return nil
end
-- A key of another type is nobody's token.
local payload = redis.pcall('GETDEL', KEYS[1])
if type(payload) ~= 'string' then
  return nil
end
redis.call('SET', KEYS[2], mine .. payload, 'EX', ARGV[2])
return payload
