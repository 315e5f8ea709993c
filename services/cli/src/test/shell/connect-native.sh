#!/bin/sh
# What a shop without a library does.
set -eu

# docs:
curl -sS "$GATEWAY_URL/v1/touchpoints" -H "Authorization: Bearer $WRITE_KEY" -H 'Content-Type: application/json' -d '{
  "eventId": "order-1017", "identities": [{"namespace": "crm", "value": "c-3"}],
  "occurredAt": "2026-03-01T10:00:00Z", "channel": "store", "kind": "purchase", "direction": "in",
  "money": {"amountMinor": 1999, "currency": "EUR"}}'
# :docs
