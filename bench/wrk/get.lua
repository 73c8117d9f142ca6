-- Gets one path, again and again.
dofile(os.getenv("SCRIPTS") .. "/common.lua")

local path = os.getenv("TARGET")

function request()
  return wrk.format("GET", path)
end
