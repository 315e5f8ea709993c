package io.truenorth.streams.intake;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was received on {@code touchpoints}.
 *
 * @param key its bytes
 * @param value its bytes
 * @param headers its headers
 * @param origin where it was first received, also after it was re-keyed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as received; nobody compares them
public record ReceivedRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers, Origin origin) {}
