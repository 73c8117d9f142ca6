-- Posts chirps.
dofile(os.getenv("SCRIPTS") .. "/common.lua")

function request()
  return json("POST", "/api/chirps", '{"body":"What a fine day to be a bird."}')
end
