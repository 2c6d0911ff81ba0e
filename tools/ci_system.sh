#!/usr/bin/env bash
# Install what only the checks need and the product does not: a browser, an office suite, a PDF
# reader, and Microsoft's validator for PowerPoint files. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-impress)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

if [ -f tests/tools/ooxml/package.json ] && [ ! -d tests/tools/ooxml/node_modules ]; then
    npm install --prefix tests/tools/ooxml --no-audit --no-fund --silent --package-lock=false
fi
