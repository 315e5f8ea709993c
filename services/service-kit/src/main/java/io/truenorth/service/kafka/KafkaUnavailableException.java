package io.truenorth.service.kafka;

/** Kafka did not respond in time. */
public final class KafkaUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KafkaUnavailableException(String message) {
        super(message);
    }
}
