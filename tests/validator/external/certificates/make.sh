#!/bin/sh
# Makes the certificates of the zoo anew (openssl 3): an authority that nobody trusts but the tests, and what it or nobody
# signed. They hold for a hundred years, except the one that has to be out of date.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
curve="ec -pkeyopt ec_paramgen_curve:prime256v1"

printf '[ca]\ndatabase=%s/index\nnew_certs_dir=%s\ndefault_md=sha256\npolicy=any\nrand_serial=yes\ncopy_extensions=copy\n' \
  "$work" "$work" > "$work/ca.cnf"
printf '[any]\ncommonName=supplied\n' >> "$work/ca.cnf"
: > "$work/index"

asked() { # FILE NAME EXTENSION: a key, and a request to sign it
  openssl req -newkey $curve -nodes -subj "/CN=$2" -addext "$3" -keyout "$work/$1.key" -out "$work/$1.csr"
}

signed() { # FILE FROM TO SIGNER...: a certificate
  file=$1 from=$2 to=$3
  shift 3
  openssl ca -batch -notext -name ca -config "$work/ca.cnf" -startdate "$from" -enddate "$to" "$@" \
    -in "$work/$file.csr" -out "$work/$file.crt"
  cat "$work/$file.key" "$work/$file.crt" > "$file.pem"
}

asked authority "Authority of the zoo" "basicConstraints=critical,CA:TRUE"
signed authority 20200101000000Z 21200101000000Z -selfsign -keyfile "$work/authority.key"
cp "$work/authority.crt" authority.pem # nobody needs its key any more
for name in tls-well tls-expired tls-stranger; do
  asked $name $name.zoo "subjectAltName=DNS:$name.zoo"
done
signed tls-well 20200101000000Z 21200101000000Z -cert authority.pem -keyfile "$work/authority.key"
signed tls-expired 20200101000000Z 20210101000000Z -cert authority.pem -keyfile "$work/authority.key"
signed tls-stranger 20200101000000Z 21200101000000Z -selfsign -keyfile "$work/tls-stranger.key"
