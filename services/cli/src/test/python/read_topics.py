"""Reads topics with a Kafka client and an Avro of Python, which share no code with ours.

usage: read_topics.py BOOTSTRAP_SERVERS REGISTRY_URL TOPIC...

Prints the last committed value of every key, one JSON object a line: {"topic": ..., "key": ..., "value": ...}. Keys whose
last record is a tombstone have none.
"""

import io
import json
import struct
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import Consumer, KafkaError, TopicPartition

PATIENCE_SECONDS = 30


class Registry:
    def __init__(self, url):
        self.url = url
        self.schemas = {}

    def schema(self, schema_id):
        if schema_id not in self.schemas:
            with urllib.request.urlopen("%s/schemas/ids/%d" % (self.url, schema_id)) as answer:
                self.schemas[schema_id] = avro.schema.parse(json.load(answer)["schema"])
        return self.schemas[schema_id]

    def decode(self, message):
        magic, schema_id = struct.unpack(">bI", message[:5])
        if magic != 0:
            sys.exit("first byte is %d, expected 0" % magic)
        reader = avro.io.DatumReader(self.schema(schema_id))
        return reader.read(avro.io.BinaryDecoder(io.BytesIO(message[5:])))


def last_values(consumer, topic, registry):
    """Each partition is read until the client says that it is at its end, which passes over the ends of transactions."""
    values = {}
    for number in consumer.list_topics(topic, timeout=PATIENCE_SECONDS).topics[topic].partitions:
        consumer.assign([TopicPartition(topic, number, 0)])
        while True:
            message = consumer.poll(PATIENCE_SECONDS)
            if message is None:
                sys.exit("nothing came from partition %d of %s for %d s" % (number, topic, PATIENCE_SECONDS))
            if message.error() and message.error().code() == KafkaError._PARTITION_EOF:
                break
            if message.error():
                sys.exit(str(message.error()))
            key = message.key().decode("utf-8")
            if message.value() is None:
                values.pop(key, None)
            else:
                values[key] = registry.decode(message.value())
    return values


def main(bootstrap_servers, registry_url, *topics):
    registry = Registry(registry_url)
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap_servers,
            "group.id": "independent-reader",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
        }
    )
    for topic in topics:
        for key, value in last_values(consumer, topic, registry).items():
            print(json.dumps({"topic": topic, "key": key, "value": value}))
    consumer.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
