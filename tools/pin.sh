#!/usr/bin/env bash
# Write constraints.txt: the exact version of everything that an install with any extra brings.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q '.[test,postgres,s3,heif,speech,google,anthropic,otel,mcp]'
{
    echo "# Every version that Quintet is tested with. Written by tools/pin.sh; do not edit."
    "$folder/venv/bin/pip" freeze --exclude quintet | grep -v ' @ ' | LC_ALL=C sort -f
} > constraints.txt
