#!/bin/sh
# Usage: build_id.sh FILE. Prints the checksum of the file's bytes as four bytes, the lowest first.
sum=$(cksum < "$1" | cut -d ' ' -f 1)
for shift in 0 8 16 24; do
    printf "\\$(printf '%03o' $((sum >> shift & 255)))"
done
