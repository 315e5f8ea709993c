"""Decodes one record in Confluent's wire format with Python's Avro library, independently of the Java code.

usage: decode_touchpoint.py SCHEMA.avsc MESSAGE.bin

Prints {"schemaId": ..., "record": {...}} as JSON.
"""

import io
import json
import struct
import sys

import avro.io
import avro.schema


def main(schema_file, message_file):
    with open(schema_file, encoding="utf-8") as text:
        schema = avro.schema.parse(text.read())
    with open(message_file, "rb") as message:
        magic, schema_id = struct.unpack(">bI", message.read(5))
        if magic != 0:
            sys.exit("first byte is %d, expected 0" % magic)
        body = io.BytesIO(message.read())
    record = avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(body))
    if body.read(1):
        sys.exit("bytes follow the record")
    json.dump({"schemaId": schema_id, "record": record}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
