package io.truenorth.endtoend;

import io.truenorth.contract.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The ways in which a foreign producer spoils the topic of touchpoints. Each must fail, with its own reason. */
enum BadRecord {
    NO_AVRO(good -> good.with("crm:x", "plain text".getBytes(StandardCharsets.UTF_8))),
    UNKNOWN_SCHEMA(good -> good.with(
            "crm:x", ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).array())),
    TRUNCATED(good -> good.with(good.key(), Arrays.copyOf(good.value(), good.value().length / 2))),
    NULL_KEY(good -> good.with(null, good.value())),
    NULL_VALUE(good -> good.with(good.key(), null)),
    YEAR_0(good -> good.changed(touchpoint ->
            touchpoint.setOccurredAt(Instant.parse("0000-03-01T00:00:00Z").toEpochMilli()))),
    FUTURE(good -> good.changed(touchpoint -> touchpoint.setOccurredAt(touchpoint.getReceivedAt() + 86_400_000L))),
    NOT_A_NUMBER(good -> good.changed(touchpoint -> touchpoint.setSentiment(Double.NaN))),
    NOBODY(good -> good.changed(touchpoint -> touchpoint.setIdentities(List.of()))),
    NAMELESS(good -> good.changed(touchpoint -> touchpoint.setIdentities(List.of(new Identity("crm", ""))))),
    OVERSIZED(good -> good.changed(touchpoint -> touchpoint.setKind("x".repeat(5_000))));

    private final Function<GoodRecord, ProducerRecord<byte[], byte[]>> spoil;

    BadRecord(Function<GoodRecord, ProducerRecord<byte[], byte[]>> spoil) {
        this.spoil = spoil;
    }

    ProducerRecord<byte[], byte[]> of(GoodRecord good) {
        return spoil.apply(good);
    }
}
