#!/usr/bin/env bash
# Starts FundTracker with the Luyang demo on SQLite at http://localhost:5080. Ctrl-C ends it.
# The data live in data/luyang-demo.db; remove that file to begin again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/prerequisites.sh

need_dotnet
need_packages fontconfig font
if ((${#MISSING[@]})); then say "without them the pages work, but PDF reports are refused"; fi

# The compiler lives a minute and a demo an hour: profiling their code for later costs more seconds than it gives back.
export DOTNET_TieredPGO=0

trap stop_compiler EXIT
# Release has its own output, so that this build, which leaves out the analysers, never stands in for a developer's.
dotnet build src/FundTracker.Web "${BUILD_ARGUMENTS[@]}" -c Release -p:RunAnalyzers=false
stop_compiler
trap - EXIT

mkdir -p data
export ASPNETCORE_URLS=http://localhost:5080
# The page files of packages are read from where the restore left them; that is the Development host's way.
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
export FundTracker__Demo=true FundTracker__Provider=Sqlite
export ConnectionStrings__FundTracker="Data Source=$PWD/data/luyang-demo.db"
echo "FundTracker starts at $ASPNETCORE_URLS (Ctrl-C ends it)"
cd src/FundTracker.Web
exec dotnet bin/Release/net10.0/FundTracker.Web.dll
