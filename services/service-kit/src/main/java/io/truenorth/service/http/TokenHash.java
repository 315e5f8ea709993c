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
 * An access token as it is stored: under a name, as its SHA-256. A plain hash will do, as tokens are 256 random bits that
 * nobody can guess; what is stored opens nothing.
 *
 * @param name who holds the token, for people
 * @param sha256 the hash of the token in UTF-8, 64 hex digits in lower case
 */
public record TokenHash(String name, String sha256) {

    /** How a hash is written in a configuration. */
    public static final String FORM = "NAME:SHA256 with the hash in 64 hex digits";

    /** What is wrong with the hash of nothing. */
    public static final String OF_NOTHING =
            "expected the hash of a token, was that of an empty text: the token was not set where it was hashed";

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,64}):([0-9a-f]{64})");
    private static final int TOKEN_BYTES = 32;

    /** What hashing a variable that is not set gives: of an empty text, and of a line end as {@code echo} writes it. */
    private static final List<String> NOTHING = List.of("", "\n", "\r\n");

    /** A new token, to be shown to its holder once. */
    public static String newToken(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return "tn_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The stored form of a token. */
    public static TokenHash of(String name, String token) {
        return new TokenHash(name, HexFormat.of().formatHex(digest(token)));
    }

    /** Reads {@code name:sha256}; empty if it is of another form. */
    public static Optional<TokenHash> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new TokenHash(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** What is wrong with a text that should be a stored token, without showing it; nothing if it can be used. */
    public static Optional<String> violationOf(String text) {
        Optional<TokenHash> hash = parse(text);
        if (hash.isEmpty()) {
            return Optional.of("expected " + FORM);
        }
        return hash.get().isOfNothing() ? Optional.of(OF_NOTHING) : Optional.empty();
    }

    /** Whether this is the hash of that token; takes the same time whatever the token is. */
    public boolean isOf(String token) {
        return MessageDigest.isEqual(digest(token), HexFormat.of().parseHex(sha256));
    }

    /** Whether what was hashed was no token, but an empty text. */
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

    /** As it is written in a configuration. */
    @Override
    public String toString() {
        return name + ":" + sha256;
    }
}
