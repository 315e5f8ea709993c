package io.truenorth.schemas;

/**
 * Why a touchpoint could not be scored. The names are part of the contract: they appear in the headers of {@code
 * touchpoints-failed} and in metrics. New reasons may be added; existing ones keep their name and meaning.
 */
public enum FailureReason {
    NULL_KEY("The record has no key."),
    NULL_VALUE("The record has no value: a touchpoint cannot be deleted by a tombstone."),
    NOT_WIRE_FORMAT("The value is not in Confluent's wire format."),
    UNKNOWN_SCHEMA("The schema registry has no schema with the value's schema id."),
    NOT_AVRO("The value's schema is not an Avro schema."),
    WRONG_RECORD("The value is a record of another type."),
    INCOMPATIBLE_SCHEMA("The value's schema is not compatible with the schema of this version."),
    BAD_BODY("The value does not match its schema."),
    TRAILING_BYTES("Bytes follow the record."),
    NO_IDENTITY("The touchpoint has neither an identity nor a reference."),
    INVALID_IDENTITY("An identity has no namespace, no value, or a colon in its namespace."),
    TOO_MANY_IDENTITIES("The touchpoint has more identities than an event may have."),
    INVALID_REFERENCE(
            "A reference has no type, no id, or a colon in its type, or there are more than an event may have."),
    UNKNOWN_REFERENCE(
            "The touchpoint names no customer, and no event with a customer has its first reference within the time that it"
                    + " waits; or too many wait for that reference already."),
    INVALID_TEXT("A required text is empty, or a text is not well-formed Unicode."),
    OVERSIZED("A text is too long or a map too large; if no path is given, the record as a whole."),
    TIME_BEFORE_1970("The event time is before 1970."),
    TIME_BEYOND_SKEW("The event time is later than the arrival by more than the allowed skew."),
    INVALID_SENTIMENT("The sentiment is not a number from -1 to 1."),
    INVALID_CONSENT(
            "Consent is set by an event that takes another one back, or for no purpose, or for an unknown one."),
    INVALID_MONEY("The amount of money exceeds the limit of one touch."),
    UNKNOWN_CURRENCY("The currency has no declared exchange rate."),
    KIND_REFUSED("The scoring model does not accept this kind."),
    INVALID_REVISION("The revision is negative."),
    DAY_FULL("The customer's day has reached the maximum number of events."),
    SUM_OVERFLOW("The customer's sums would overflow 64 bits."),
    UNKNOWN_CONTENT(
            "The touchpoint retracts or corrects an event that an earlier version stored, of which only the id is known."),
    UNMAPPED("The source's configuration has no rule for the payload, or its rule cannot read the payload."),
    INVALID_EVENT("The touchpoint mapped by the source's configuration is invalid."),
    NOT_ALLOWED("The source is not permitted to send this kind, or on this channel."),
    BLOCKED_IDENTITY(
            "Every identity is a placeholder value, such as `undefined`, which identifies no customer, and there is no reference."),
    INVALID_PHONE_NUMBER("The phone number is invalid, or ambiguous without a region, and there is no other identity."),
    HIDDEN_CHARACTER("A name contains an invisible character, such as a zero-width space."),
    UNSUPPORTED_FIELD("A field of the contract that this version does not support yet is set."),
    UNKNOWN_CUSTOMER(
            "Money was refunded or is disputed, or an event is taken back, and the payload does not name the customer."),
    INVALID_LEDGER("The ledger in an imported record is damaged, or of a version that this one does not know."),
    WRONG_PARTITION("The key of an imported record is not its customer, or belongs on another partition.");

    private final String meaning;

    FailureReason(String meaning) {
        this.meaning = meaning;
    }

    /** Returns the description of the failure, for generated documents. */
    public String meaning() {
        return meaning;
    }
}
