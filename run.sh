#!/usr/bin/env bash
# Installs what is missing, builds, and serves the product on http://localhost:5080 with SQLite in
# data/, the courses of content/ and demonstration people.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/install.sh
need_sdk
need_node
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build src/Lms.Web -c Release --verbosity quiet -clp:ErrorsOnly
export Lms__Demo=true
exec dotnet src/Lms.Web/bin/Release/net10.0/lms.dll serve "$@"
