-- Changes the price of a product, any of them.
dofile(os.getenv("SCRIPTS") .. "/common.lua")

function request()
  return json("PATCH", any_product(), string.format('{"price":%d.%02d}', math.random(1, 999), math.random(0, 99)))
end
