#!/usr/bin/env bash
# Builds everything and runs every test. The last line is the sum over all test projects.
#   ./test.sh          the ordinary run
#   ./test.sh --deep   property tests with 100,000 cases each
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/prerequisites.sh

# Test programs live for minutes: profiling their code for later costs more than it gives back.
export DOTNET_TieredPGO=0

SECONDS_PER_PROJECT=840
AT_ONCE=2

for argument in "$@"; do
    case $argument in
        --deep)
            export FUNDTRACKER_TEST_DEEP=1
            SECONDS_PER_PROJECT=7200
            ;;
        *)
            say "usage: ./test.sh [--deep]"
            exit 2
            ;;
    esac
done

need_dotnet
need_packages fontconfig font chromium
if is_missing chromium; then say "without chromium the browser tests are skipped"; fi
for essential in fontconfig font; do
    if is_missing "$essential"; then
        say "the tests of the reports need it: stopped"
        exit 1
    fi
done

results=$PWD/TestResults
rm -rf "$results"
mkdir -p "$results"

# Whatever this script has started ends with it: the compiler server and, on Ctrl-C, the running test projects.
stop_all() {
    stop_compiler
    local -a running
    mapfile -t running < <(jobs -rp)
    ((${#running[@]} == 0)) || kill "${running[@]}" 2>/dev/null || true
}
trap stop_all EXIT
trap 'exit 130' INT TERM

echo "Building FundTracker.sln"
# Optimised, since the tests run for longer than the compiler works on it.
if ! dotnet build FundTracker.sln "${BUILD_ARGUMENTS[@]}" -p:Optimize=true; then
    echo "The build failed: no test was run."
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi
stop_compiler

# run_project NAME: leaves NAME.log, NAME.xml and NAME.exit in the results folder. The time limit ends the whole
# process group, browsers included, and nothing that a test starts holds this script's output open.
run_project() {
    local name=$1 code=0
    timeout --kill-after=20 "$SECONDS_PER_PROJECT" dotnet "tests/$name/bin/Debug/net10.0/$name.dll" \
        --results-directory "$results" --report-xunit-xml --report-xunit-xml-filename "$name.xml" \
        --no-ansi --progress off --show-stdout Failed --show-stderr Failed \
        </dev/null >"$results/$name.log" 2>&1 || code=$?
    echo "$code" >"$results/$name.exit"
}

# attribute FILE NAME: a count from the summary element of a project's result file; empty when there is none.
attribute() {
    [[ -s $1 ]] || return 0
    sed -n "s/.*<assembly [^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1"
}

holds_tests() { grep -rlE '\[(Fact|Theory)\b' "tests/$1" --include='*.cs' --exclude-dir=obj --exclude-dir=bin >/dev/null; }

# report_project NAME: prints what a project did and adds its counts.
passed=0 failed=0 skipped=0
report_project() {
    local name=$1 code ok bad errors skips trouble=''
    code=$(<"$results/$name.exit")
    ok=$(attribute "$results/$name.xml" passed)
    bad=$(attribute "$results/$name.xml" failed)
    errors=$(attribute "$results/$name.xml" errors)
    skips=$(attribute "$results/$name.xml" skipped)
    bad=$((${bad:-0} + ${errors:-0}))
    case $code in
        0) [[ -n $ok ]] || trouble="ended without a result file" ;;
        8) ;;
        124 | 137) trouble="was stopped after $SECONDS_PER_PROJECT s" ;;
        *) ((bad > 0)) || trouble="ended with exit code $code and no failed test" ;;
    esac
    if [[ -z $trouble ]] && ((${ok:-0} + bad + ${skips:-0} == 0)) && holds_tests "$name"; then
        trouble="holds tests and ran none"
    fi
    echo
    echo "== $name: ${ok:-0} passed, $bad failed, ${skips:-0} skipped"
    if [[ $code != 0 && $code != 8 || -n $trouble ]]; then
        tail -n 400 "$results/$name.log" | cut -c 1-400
    else
        # The reason stands on the line below each skipped test.
        grep -A 1 '^skipped ' "$results/$name.log" || true
    fi
    if [[ -n $trouble ]]; then
        echo "$name $trouble"
        bad=$((bad + 1))
    fi
    passed=$((passed + ${ok:-0}))
    failed=$((failed + bad))
    skipped=$((skipped + ${skips:-0}))
}

# The long ones first, so that the short ones fill the second core.
projects=(FundTracker.Web.Tests FundTracker.Persistence.Tests FundTracker.Application.Tests)
for project in tests/*.Tests; do
    name=${project#tests/}
    [[ " ${projects[*]} " == *" $name "* ]] || projects+=("$name")
done

for name in "${projects[@]}"; do
    while (($(jobs -rp | wc -l) >= AT_ONCE)); do wait -n || true; done
    echo "Testing $name"
    run_project "$name" &
done
wait

for name in "${projects[@]}"; do report_project "$name"; done

if [[ -s $results/sizes.txt ]]; then
    echo
    grep -E '^(Past|  [0-9])' "$results/sizes.txt"
    echo "  (named in TestResults/sizes.txt)"
fi

# Once more at the end, where one looks first: what failed and with which words.
for name in "${projects[@]}"; do
    grep -qs '^failed ' "$results/$name.log" || continue
    echo
    echo "Failed in $name"
    grep -A 4 '^failed ' "$results/$name.log" | cut -c 1-400
done
echo
echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))
