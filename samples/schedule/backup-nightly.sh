#!/bin/sh
# One night: back up, prove that it can be restored, thin out what is old. Each step ends with a code of its own
# (0 done, 3 incomplete, 4 damage, 6 a difference; docs/cli.md lists all), and the worst is what this script ends with.
set -u

CONNECTION=${CONNECTION:-shop}              # a saved connection: brokerscope connections add shop …
BACKUPS=${BACKUPS:-/var/backups/brokerscope}
SCRATCH=${SCRATCH:-}                        # a saved connection to restore into; empty: into memory
REPORTS=${REPORTS:-$BACKUPS/reports}
ARCHIVE=$BACKUPS/$CONNECTION-$(date -u +%Y%m%dT%H%M%SZ).msgdb

mkdir -p "$BACKUPS" "$REPORTS"
worst=0
note() { [ "$1" -eq 0 ] || { echo "$2 ended with $1" >&2; worst=$1; }; }

# --resume makes a repeated start of the same unit harmless
brokerscope backup --all -c "$CONNECTION" --out "$ARCHIVE" --resume
note $? backup
[ -f "$ARCHIVE" ] || exit "$worst"

report=$REPORTS/$(basename "$ARCHIVE" .msgdb).html
if [ -n "$SCRATCH" ]; then
    brokerscope drill "$ARCHIVE" -c "$SCRATCH" --write --report "$report"
else
    brokerscope drill "$ARCHIVE" --report "$report"
fi
drilled=$?
note "$drilled" drill

# old archives go only while the newest is known to be good
if [ "$drilled" -eq 0 ] || [ "$drilled" -eq 3 ]; then
    brokerscope forget "$BACKUPS" --keep-last 3 --keep-daily 7 --keep-weekly 5 --keep-monthly 12 --yes
    note $? forget
fi
exit "$worst"
