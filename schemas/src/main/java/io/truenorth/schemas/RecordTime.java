package io.truenorth.schemas;

/** What the timestamp of a record on a topic means. */
public enum RecordTime {
    /** The moment that its producer gave it. */
    CREATED("CreateTime"),
    /** The moment that the broker appended it: arrival. Event time is in the value. */
    APPENDED("LogAppendTime");

    private final String timestampType;

    RecordTime(String timestampType) {
        this.timestampType = timestampType;
    }

    /** The value of Kafka's {@code message.timestamp.type}. */
    public String timestampType() {
        return timestampType;
    }
}
