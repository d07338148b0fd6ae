#!/bin/sh
# Judges the bills of ../shared/bench by its policy and writes the columns that its peers write.
#
#   batch.sh BINARY POLICY.yaml IN CATALOG.csv OUT
#
# As a command of the bench: --ours 'bomgate=Examples/benchmarks/batch.sh BINARY POLICY.yaml {in} {catalog} {out}'
# The catalogue in our format stands beside the one in CSV. The peers know nothing of parts inside a server: what is listed
# is all. JOBS says how many threads work; by default as many as there are cores.
unknown=undetermined=unknown:not_applicable=unknown
"$1" batch "$3" --rules "$2" --rules "${4%.csv}.yaml" -o "$5" --format csv ${JOBS:+--jobs "$JOBS"} --no-progress \
  --parts listed --columns \
  "bom_id,local_rate=bench/local.low,local=bench/local:$unknown,accel_rate=bench/accel.low,accel=bench/accel:$unknown,share=bench/compute.low,compute=bench/compute:$unknown,reward_cap=bench/reward:pass=10000000:*=0"
# That bills fail or are open is what the bench expects.
case $? in 0 | 1 | 3) ;; *) exit 2 ;; esac
