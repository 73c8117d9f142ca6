-- What the scripts share. wrk runs a script once in each thread.

math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 1000000)

wrk.headers["Authorization"] = "Bearer " .. (os.getenv("TOKEN") or "")

local LOWEST, HIGHEST = tonumber(os.getenv("LOWEST")), tonumber(os.getenv("HIGHEST"))

function any_product()
  return "/api/v1/products/" .. math.random(LOWEST, HIGHEST)
end

function json(method, path, body)
  return wrk.format(method, path, { ["Content-Type"] = "application/json", ["Authorization"] = wrk.headers["Authorization"] }, body)
end

-- Times are in microseconds.
function done(summary, latency, requests)
  io.write(string.format(
    '\nRESULT {"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
