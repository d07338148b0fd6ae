#!/bin/sh
# Judges the bills of ../shared/bench by its policy and writes the columns that its peers write.
#
#   batch.sh BINARY POLICY.yaml IN CATALOG.csv OUT
#
# As a command of the bench: --ours 'bomgate=Examples/benchmarks/batch.sh BINARY POLICY.yaml {in} {catalog} {out}'
# The peers know nothing of parts inside a server: what is listed is all. JOBS says how many threads work; by default as many as there are cores.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
binary=$1 policy=$2 input=$3 catalog=$4 output=$5
rules=$(mktemp -d)
trap 'rm -rf "$rules"' EXIT
mkdir "$rules/catalog" "$rules/policies"
ln -s "$root/Rules/regions.yaml" "$rules/regions.yaml"
ln -s "$(realpath "$policy")" "$rules/policies/bench.yaml"
# model,kind,tflops: a model with a comma in it stands in quotes.
awk 'NR == 1 { print "components:"; next }
  { sub(/\r$/, ""); n = split($0, parts, ","); kind = parts[n - 1]; tflops = parts[n]
    model = substr($0, 1, length($0) - length(kind) - length(tflops) - 2)
    if (model !~ /^"/) model = "\"" model "\""
    printf "  c%d: {kind: %s, model: %s, specs: {fp16_tflops: %s}, sources: [bench]}\n", NR, kind, model, tflops }' \
  "$catalog" > "$rules/catalog/catalog.yaml"
unknown=undetermined=unknown:not_applicable=unknown
status=0
"$binary" batch "$input" --rules "$rules" -o "$output" --format csv ${JOBS:+--jobs "$JOBS"} --no-progress --parts listed --columns \
  "bom_id,local_rate=bench/local.low,local=bench/local:$unknown,accel_rate=bench/accel.low,accel=bench/accel:$unknown,share=bench/compute.low,compute=bench/compute:$unknown,reward_cap=bench/reward:pass=10000000:*=0" \
  2> "$rules/errors" || status=$?
# That bills fail or are open is what the bench expects.
case $status in 0 | 1 | 3) ;; *) cat "$rules/errors" >&2; exit "$status" ;; esac
