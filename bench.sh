#!/usr/bin/env bash
# What the product costs beside the least a server can do for the same answer. Ratios only, because
# the machine is shared. Exits 1 when a bound is broken. Needs two cores, Linux, 3 GB of disk for the
# while, and about 40 minutes, much of it for a register of 100,000 people: BENCH_PEOPLE names the
# sizes ("1000 10000"), and nothing leaves them out. BENCH_KEEP is a folder where such registers are
# kept and found again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

port=${BENCH_PORT:-5961}
floor_port=$((port + 1))
out=${BENCH_OUT:-}
sizes=${BENCH_PEOPLE-1000 10000 100000}
keep=${BENCH_KEEP:-}
folder=$(mktemp -d)

finish() {
  # jobs: those of this shell that still run, and no others.
  for process in $(jobs -p); do
    kill "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

if [[ -n $out ]]; then
  dotnet build tests/Lms.Benchmarks -c Release -o "$out" --nologo -v quiet -clp:NoSummary
  product=$out/lms.dll bench=$out/Lms.Benchmarks.dll
else
  dotnet build tests/Lms.Benchmarks -c Release --nologo -v quiet -clp:NoSummary
  product=src/Lms.Web/bin/Release/net10.0/lms.dll
  bench=tests/Lms.Benchmarks/bin/Release/net10.0/Lms.Benchmarks.dll
fi

export Lms__Data=$folder/data Lms__Content=$PWD/content Lms__Demo=true Lms__DemoPeople=0
export Lms__Site__Address=http://localhost:$port

# serve <log> <command …>: on core 0, its process id in $served.
serve() {
  local log=$1
  shift
  taskset -c 0 "$@" >"$log" 2>&1 &
  served=$!
}

# await_server <port> <process> <log>
await_server() {
  for _ in {1..120}; do
    if curl -sf -o "$folder/healthz" "http://localhost:$1/healthz"; then return; fi
    kill -0 "$2" 2>/dev/null || break
    sleep 0.5
  done
  echo "The server on port $1 did not start:" >&2
  cat "$3" >&2
  exit 1
}

# In the background, so that a signal ends the run at once.
drive() {
  taskset -c 1 dotnet "$bench" "$@" &
  wait "$!"
}

echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
dotnet "$bench" prepare "$folder" 32 >"$folder/prepare.log" 2>&1 || { cat "$folder/prepare.log" >&2; exit 1; }

serve "$folder/statements.log" env Urls="http://127.0.0.1:$port" dotnet "$product" serve \
  --Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information
await_server "$port" "$served" "$folder/statements.log"
drive statements "$folder" "$port"
kill "$served" && wait "$served" || true

drive search "$folder" content
drive draw "$folder"
Lms__Data=$folder/certificate-data drive certificate "$folder"
Lms__Data=$folder/publish-data drive publish "$folder" content
Lms__Data=$folder/backup-data drive backup "$folder"

serve "$folder/product.log" env Urls="http://127.0.0.1:$port" dotnet "$product" serve
product_process=$served
serve "$folder/floor.log" dotnet "$bench" floor "$folder" "$Lms__Data" "$floor_port"
floor_process=$served
await_server "$port" "$product_process" "$folder/product.log"
await_server "$floor_port" "$floor_process" "$folder/floor.log"
drive page "$folder" "$port:$product_process" "$floor_port:$floor_process"
drive public "$folder" "$port:$product_process" "$floor_port:$floor_process"
drive sign-in "$folder" "$port:$product_process" "$floor_port:$floor_process"
drive saves "$folder" "$port:$product_process" "$floor_port:$floor_process"
kill "$product_process" "$floor_process"
wait "$product_process" "$floor_process" || true

# national <people>: a register of that size, as a manager of the country and one of an oblast see it.
national() {
  local data=${keep:-$folder}/people-$1
  dotnet "$bench" fill "$data" "$1" >"$folder/fill.log" 2>&1 || { cat "$folder/fill.log" >&2; exit 1; }
  serve "$folder/product.log" env Urls="http://127.0.0.1:$port" dotnet "$product" serve
  product_process=$served
  serve "$folder/floor.log" dotnet "$bench" national-floor "$data" "$floor_port"
  floor_process=$served
  await_server "$port" "$product_process" "$folder/product.log"
  await_server "$floor_port" "$floor_process" "$folder/floor.log"
  drive national "$folder" "$data" "$port:$product_process" "$floor_port:$floor_process"
  kill "$product_process" "$floor_process"
  wait "$product_process" "$floor_process" || true
  drive duties "$folder" "$data"
}

for people in $sizes; do
  Lms__Data=${keep:-$folder}/people-$people national "$people"
done
if [[ -n $sizes ]]; then drive growth "$folder"; fi

# A room: two ends of two thousand lines, each a file.
ulimit -n 16384
export Lms__Data=$folder/live-data
dotnet "$bench" live-prepare "$folder" 2000 >"$folder/live.log" 2>&1 || { cat "$folder/live.log" >&2; exit 1; }
serve "$folder/room.log" env Urls="http://127.0.0.1:$port" dotnet "$product" serve
product_process=$served
serve "$folder/room-floor.log" dotnet "$bench" live-floor "$floor_port"
floor_process=$served
await_server "$port" "$product_process" "$folder/room.log"
await_server "$floor_port" "$floor_process" "$folder/room-floor.log"
drive room "$folder" "$port:$product_process" "$floor_port:$floor_process"
drive voice "$folder" "$port:$product_process" "$floor_port:$floor_process"
kill "$product_process" "$floor_process" && wait "$product_process" "$floor_process" || true
drive room-kills "$folder" "$port" "$product"
echo "load average after: $(cut -d' ' -f1-3 /proc/loadavg)"

cat "$folder/rows"
if grep -q 'ok=false' "$folder/rows"; then exit 1; fi
