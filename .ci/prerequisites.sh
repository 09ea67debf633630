# What the two commands need on the machine; sourced by run.sh and test.sh.
# On Debian as root the missing packages are installed; elsewhere the reader is told what to install.

# The running command is the first line of every message.
say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

can_install() { [[ $(id -u) == 0 && -f /etc/debian_version ]] && command -v apt-get >/dev/null; }

# Matched on a variable: a reader that stops early would end ldconfig with a broken pipe, which counts as a failure here.
has_library() {
    local known
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
    [[ $known == *"$1"* ]]
}

# The PDF renderer needs a TrueType font: a CFF font would be embedded as Type 3 glyphs, which cannot be searched.
has_chinese_font() {
    [[ -e /usr/share/fonts/truetype/wqy/wqy-microhei.ttc ]] && return 0
    command -v fc-list >/dev/null && [[ -n $(fc-list ':lang=zh-cn:fontformat=TrueType' file 2>/dev/null) ]]
}

has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

# install_packages PACKAGE...: true when all of them could be installed. The name of ICU's package carries its version,
# so `libicu` stands for the newest one there is.
install_packages() {
    can_install || return 1
    say "installing $*"
    local log code=0
    log=$(mktemp)
    apt_install "$@" </dev/null >"$log" 2>&1 || code=$?
    ((code == 0)) || tail -n 5 "$log" >&2
    rm -f "$log"
    return "$code"
}

apt_install() {
    apt-get update -qq || return
    local name
    local -a names=()
    for name in "$@"; do
        [[ $name == libicu ]] && name=$(newest_icu)
        names+=("$name")
    done
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}"
}

newest_icu() { apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1; }

# The SDK itself does not start without ICU, so ICU comes first.
need_dotnet() {
    if ! command -v dotnet >/dev/null; then
        say "the .NET SDK 10.0 is missing: install the package dotnet-sdk-10.0, then run this again"
        exit 1
    fi
    need_packages icu
    if is_missing icu; then
        say "without ICU .NET cannot start"
        exit 1
    fi
    if ! dotnet --version >/dev/null 2>&1; then
        say "no .NET SDK here satisfies global.json (10.0.100 or a later 10.0 feature band): install dotnet-sdk-10.0"
        exit 1
    fi
}

# need_packages WANTED...: each is one of fontconfig, font, icu, chromium. Names what stays missing in MISSING.
need_packages() {
    MISSING=()
    local -A package=([fontconfig]=libfontconfig1 [font]=fonts-wqy-microhei [chromium]=chromium [icu]=libicu)
    local wanted packages=()
    for wanted in "$@"; do is_present "$wanted" || MISSING+=("$wanted"); done
    ((${#MISSING[@]})) || return 0
    for wanted in "${MISSING[@]}"; do packages+=("${package[$wanted]}"); done
    install_packages "${packages[@]}" || say "install these packages: ${packages[*]}"
    local -a still=()
    for wanted in "${MISSING[@]}"; do is_present "$wanted" || still+=("$wanted"); done
    MISSING=("${still[@]}")
}

is_present() {
    case $1 in
        fontconfig) has_library libfontconfig.so.1 ;;
        font) has_chinese_font ;;
        icu) has_library libicuuc.so || [[ ${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-} == 1 ]] ;;
        chromium) has_chromium ;;
        *) say "unknown prerequisite $1"; exit 2 ;;
    esac
}

is_missing() { [[ " ${MISSING[*]} " == *" $1 "* ]]; }

# --- Building -------------------------------------------------------------------------------------------------------
# One compiler server per run: it saves a start of the compiler per project. Its pipe is named for this run, so that
# the end of the script can end exactly this server and no build process outlives the command.
COMPILER_PIPE="fundtracker-$$-$RANDOM"
BUILD_ARGUMENTS=(
    -nodeReuse:false -nologo -verbosity:quiet -p:NuGetAudit=false
    -p:UseSharedCompilation=true "-p:SharedCompilationId=$COMPILER_PIPE"
)

stop_compiler() {
    local process arguments
    for process in /proc/[0-9]*; do
        arguments=$({ tr '\0' ' ' <"$process/cmdline"; } 2>/dev/null) || continue
        [[ $arguments == *VBCSCompiler* && $arguments == *"$COMPILER_PIPE"* ]] && kill "${process#/proc/}" 2>/dev/null
    done
    return 0
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
