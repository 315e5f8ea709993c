package io.truenorth.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * JVM-wide restrictions on Avro, set before the first {@link RecordSerdes} is created.
 *
 * <p>Avro 1.12 instantiates only trusted classes; the contract's records are added to those already trusted. Avro's own
 * decoders, unlike {@link BodyDecoder}, are not bounded by the size of a record, so they get limits well above any
 * valid record, unless set on the command line. Avro reads its limits once: a program that uses Avro directly before
 * creating serdes must set them on the command line.
 */
final class AvroLimits {
    private static final String CONTRACT_PACKAGE = "io.truenorth.contract.";
    private static final String MEBIBYTE = Integer.toString(1 << 20);
    private static final String HUNDRED_THOUSAND = Integer.toString(100_000);

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(CONTRACT_PACKAGE)));
        limit("string.maxLength", MEBIBYTE);
        limit("bytes.maxLength", MEBIBYTE);
        limit("collectionItems.maxLength", HUNDRED_THOUSAND);
        limit("collectionItems.maxAllocation", HUNDRED_THOUSAND);
    }

    private AvroLimits() {}

    /** Does nothing but trigger this class's initialization, which happens once. */
    static void apply() {}

    private static void limit(String name, String value) {
        String property = "org.apache.avro.limits." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
