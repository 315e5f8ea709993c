#!/bin/sh
# What a producer of CloudEvents without a library does.
set -eu

# docs:
curl -sS "$GATEWAY_URL/v1/events/orders" -H "Authorization: Bearer $WRITE_KEY" \
  -H 'Content-Type: application/cloudevents+json' -d '{
    "specversion": "1.0", "id": "o-1", "source": "/orders", "type": "com.example.order.placed",
    "subject": "crm:c-1", "channel": "store"}'
# :docs
