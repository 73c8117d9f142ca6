-- Gets a product, any of them.
dofile(os.getenv("SCRIPTS") .. "/common.lua")

function request()
  return wrk.format("GET", any_product())
end
