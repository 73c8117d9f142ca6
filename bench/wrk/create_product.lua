-- Creates products.
dofile(os.getenv("SCRIPTS") .. "/common.lua")

local body = '{"name":"Desk lamp","description":"Warm light.","price":19.90,"stock":3}'

function request()
  return json("POST", "/api/v1/products", body)
end
