package io.truenorth.schemas;

/** The meaning of record timestamps on a topic. */
public enum RecordTime {
    /** The time set by the producer. */
    CREATED("CreateTime"),
    /** The time at which the broker appended the record: its arrival. The event time is in the value. */
    APPENDED("LogAppendTime");

    private final String timestampType;

    RecordTime(String timestampType) {
        this.timestampType = timestampType;
    }

    /** Returns the value of Kafka's {@code message.timestamp.type}. */
    public String timestampType() {
        return timestampType;
    }
}
