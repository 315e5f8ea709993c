package io.truenorth.service.kafka;

/** Kafka did not answer in time. */
public final class KafkaAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KafkaAwayException(String message) {
        super(message);
    }
}
