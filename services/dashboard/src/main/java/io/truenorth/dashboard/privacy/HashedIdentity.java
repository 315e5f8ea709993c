package io.truenorth.dashboard.privacy;

import io.truenorth.identity.IdentityHash;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash of an identity in two words, so that what is erased, of which only hashes are known, is found without looking through
 * everything.
 *
 * @param first the first 64 bits
 * @param second the other 64 bits
 */
public record HashedIdentity(long first, long second) {
    private static final int RADIX = 16;
    private static final int DIGITS = 32;
    private static final int HALF = DIGITS / 2;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /** The hash of an identity, {@code namespace:value}. */
    public static HashedIdentity of(String identity) {
        return ofHash(IdentityHash.of(identity));
    }

    /** A hash as it is published; empty if the text is none. */
    public static Optional<HashedIdentity> parse(String hash) {
        return HASH.matcher(hash).matches() ? Optional.of(ofHash(hash)) : Optional.empty();
    }

    private static HashedIdentity ofHash(String hash) {
        return new HashedIdentity(
                Long.parseUnsignedLong(hash, 0, HALF, RADIX), Long.parseUnsignedLong(hash, HALF, DIGITS, RADIX));
    }

    /** As it is published: 32 hexadecimal digits. */
    public String text() {
        return HexFormat.of().toHexDigits(first) + HexFormat.of().toHexDigits(second);
    }
}
