package io.truenorth.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro may do in this JVM, set before the first of {@link RecordSerdes} is made.
 *
 * <p>Avro 1.12 makes no object of a class that it was not told to trust; it is told to trust our records, beside whatever
 * was trusted before. And its own decoders (not ours, which never takes more than a record holds) get limits, unless the
 * operator gave them on the command line: no record of ours comes near them. Avro reads its limits once, so a program
 * that decodes with Avro itself before it makes serdes gives them on the command line.
 */
final class AvroDefences {
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

    private AvroDefences() {}

    /** Does nothing but have this class initialized, which happens once. */
    static void raise() {}

    private static void limit(String name, String value) {
        String property = "org.apache.avro.limits." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
