-- Logs in.
dofile(os.getenv("SCRIPTS") .. "/common.lua")

local body = string.format('{"email":"%s","password":"%s"}', os.getenv("EMAIL"), os.getenv("PASSWORD"))

function request()
  return json("POST", "/api/v1/auth/login", body)
end
