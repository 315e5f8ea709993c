#!/bin/sh
# What the desk does: signs the id, the time and the body as Standard Webhooks has it.
set -eu

body='{"type": "ticket.opened", "ticket": {"id": "t-1", "opened_at": "2026-03-01T10:00:00Z", "customer": "c-4"}}'
time="$(date +%s)"
key="$(printf %s "${DESK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')"
signature="$(printf %s "msg_1.$time.$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)"
curl -sS "$GATEWAY_URL/v1/sources/desk" -H "webhook-id: msg_1" -H "webhook-timestamp: $time" \
  -H "webhook-signature: v1,$signature" -d "$body"
