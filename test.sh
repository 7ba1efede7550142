#!/usr/bin/env bash
# Installs what is missing and runs every check and test. Ends with "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")"
. scripts/install.sh
need_sdk
need_node
need chromium chromium
need /usr/lib/postgresql postgresql
need pdfinfo poppler-utils
need qpdf qpdf
need zbarimg zbar-tools
need /usr/sbin/xfs_io xfsprogs
need /usr/sbin/mkfs.ext4 e2fsprogs
need eatmydata eatmydata
need strace strace
need /usr/sbin/nginx nginx-light
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

echo "== build"
dotnet tool restore >/dev/null
dotnet restore --locked-mode --verbosity quiet
dotnet build --no-restore -c Release --verbosity quiet -clp:ErrorsOnly
echo "== format"
dotnet csharpier check . | tail -n 1
echo "== types of the scripts"
node_modules/.bin/tsc --project jsconfig.json
echo "== migrations match the model"
for context in SqliteLmsDbContext PostgresLmsDbContext; do
  dotnet ef migrations has-pending-model-changes --no-build --configuration Release \
    --project src/Lms.Web --context "$context" | tail -n 1
done
echo "== content"
dotnet src/Lms.Web/bin/Release/net10.0/lms.dll check content
echo "== tests"
code=0
dotnet test --solution Lms.sln --no-build -c Release --max-parallel-test-modules 1 2>&1 | tee "$log" || code=$?

# The run's own total stands last, in lines "total:", "failed:", "succeeded:", "skipped:".
total() { grep -E "^ *$1: [0-9]+" "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }
passed=$(total succeeded) failed=$(total failed) skipped=$(total skipped)
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$code" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
