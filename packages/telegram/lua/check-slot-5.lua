-- Says whether a call may go out now, after its caller has slept for its slot or needs none.
--   KEYS 1 end of the pause of everything   2 of bulk   3 of the chat   4 mark that the token is revoked
--        5 birth: since when this Redis counts
--   ARGV 1 lane "bulk" | "reply"   2 time of the slot, us ("" for a call without one)   3 birth, as granted
--        4 how late a caller may come, us
--   Output  {"go", 0}   {"paused", us left}   {"revoked", 0}   {"late", 0}: the slot is over, or of a lost Redis
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local function left(key)
  return tonumber(redis.call('GET', key) or 0) - now
end

if redis.call('EXISTS', KEYS[4]) == 1 then
  return { 'revoked', 0 }
end
local paused = math.max(left(KEYS[1]), left(KEYS[3]))
if ARGV[1] == 'bulk' then
  paused = math.max(paused, left(KEYS[2]))
end
if paused > 0 then
  return { 'paused', paused }
end
if ARGV[2] ~= '' and (now - ARGV[2] > tonumber(ARGV[4]) or redis.call('GET', KEYS[5]) ~= ARGV[3]) then
  return { 'late', 0 }
end
return { 'go', 0 }
