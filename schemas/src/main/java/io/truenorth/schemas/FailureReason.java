package io.truenorth.schemas;

/**
 * Why a touchpoint could not be scored. The names are part of the contract: they stand in the headers of {@code
 * touchpoints-failed} and in metrics. New ones may come; none goes or changes its meaning.
 */
public enum FailureReason {
    NULL_KEY("The record has no key."),
    NULL_VALUE("The record has no value: a touchpoint cannot be deleted by a tombstone."),
    NOT_WIRE_FORMAT("The value is not in Confluent's wire format."),
    UNKNOWN_SCHEMA("The registry knows no schema of the value's id."),
    NOT_AVRO("The schema of the value's id is not one of Avro."),
    WRONG_RECORD("The value is a record of another type."),
    INCOMPATIBLE_SCHEMA("The value's schema cannot be read with ours."),
    BAD_BODY("The value's body is not what its schema says."),
    TRAILING_BYTES("Bytes follow the record."),
    NO_IDENTITY("Nobody is named."),
    INVALID_IDENTITY("The strongest identity has no namespace, no value, or a colon in its namespace."),
    INVALID_TEXT("A text that must say something is empty, or is not Unicode."),
    OVERSIZED("A text is too long or a map too large; the whole record is, where no path is given."),
    TIME_BEFORE_1970("The event time is before 1970."),
    TIME_BEYOND_SKEW("The event time is further after the arrival than the allowed skew."),
    INVALID_SENTIMENT("The sentiment is not a number from -1 to 1."),
    INVALID_MONEY("The money is beyond what one touch may carry."),
    UNKNOWN_CURRENCY("The money is in a currency for which no rate is declared."),
    KIND_REFUSED("The scoring model does not take this kind."),
    DAY_FULL("The customer's day has as many events as a day may have."),
    SUM_OVERFLOW("The customer's sums would leave the range of 64 bits."),
    UNMAPPED("The source's document has no rule for what was sent."),
    INVALID_EVENT("What the source's document makes of it breaks the contract."),
    NOT_ALLOWED("The source may not send this kind, or on this channel."),
    BLOCKED_IDENTITY("Every identity is a value that is nobody, such as `undefined`."),
    INVALID_PHONE_NUMBER(
            "The phone number is none, or not to be understood without a region, and nobody else is named."),
    HIDDEN_CHARACTER("A name has a character that nobody sees, such as one of no width, so that two names look alike."),
    UNSUPPORTED_FIELD("A field of the contract that this version does not support yet says something."),
    UNKNOWN_CUSTOMER("Money went back, or is disputed, and the payload does not name whose it is.");

    private final String meaning;

    FailureReason(String meaning) {
        this.meaning = meaning;
    }

    /** What is wrong with the record, for documents. */
    public String meaning() {
        return meaning;
    }
}
