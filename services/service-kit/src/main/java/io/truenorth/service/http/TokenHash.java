package io.truenorth.service.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stored form of an access token: a name and the SHA-256 of the token. A plain hash suffices, as tokens are 256
 * random bits.
 *
 * @param name the holder of the token
 * @param sha256 the hash of the token in UTF-8, 64 hex digits in lower case
 */
public record TokenHash(String name, String sha256) {

    /** The format in a configuration. */
    public static final String FORM = "NAME:SHA256 with the hash in 64 hex digits";

    /** The problem with the hash of an empty text. */
    public static final String OF_NOTHING =
            "expected the hash of a token, was that of an empty text: the token was not set where it was hashed";

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,64}):([0-9a-f]{64})");
    private static final int TOKEN_BYTES = 32;

    /** What hashing an unset variable yields: the empty text, or a line end as {@code echo} writes it. */
    private static final List<String> NOTHING = List.of("", "\n", "\r\n");

    /** A new random token, shown to its holder once. */
    public static String newToken(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return "tn_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a token. */
    public static TokenHash of(String name, String token) {
        return new TokenHash(name, HexFormat.of().formatHex(digest(token)));
    }

    /** Parses {@code name:sha256}; empty if malformed. */
    public static Optional<TokenHash> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new TokenHash(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The problem with a configured hash, without showing it; empty if valid. */
    public static Optional<String> violationOf(String text) {
        Optional<TokenHash> hash = parse(text);
        if (hash.isEmpty()) {
            return Optional.of("expected " + FORM);
        }
        return hash.get().isOfNothing() ? Optional.of(OF_NOTHING) : Optional.empty();
    }

    /** Whether the token matches; in constant time. */
    public boolean isOf(String token) {
        return MessageDigest.isEqual(digest(token), HexFormat.of().parseHex(sha256));
    }

    /** Whether the hash is that of an empty text. */
    public boolean isOfNothing() {
        return NOTHING.stream().anyMatch(this::isOf);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The format in a configuration. */
    @Override
    public String toString() {
        return name + ":" + sha256;
    }
}
