package io.truenorth.gateway.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces personal values: in a personal namespace a value becomes the first 128 bits, in hex, of the HMAC-SHA-256 of {@code
 * namespace:value} under the deployment's key. Case is ignored, so that {@code Ann@example.org} and {@code ann@example.org} are
 * one customer. Without the key a pseudonym can neither be reversed nor guessed.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    private final Set<String> personal;
    private final Optional<SecretKeySpec> key;

    /**
     * Pseudonyms for some namespaces.
     *
     * @param personal the personal namespaces
     * @param key the key, 32 bytes or more; without one no event with a personal name is taken
     */
    public Pseudonyms(Set<String> personal, Optional<byte[]> key) {
        this.personal = Set.copyOf(personal);
        this.key = key.map(bytes -> new SecretKeySpec(bytes, ALGORITHM));
    }

    /**
     * The value of an identity as it may leave the gateway.
     *
     * @throws IllegalArgumentException if it is personal and there is no key
     */
    public String conceal(String namespace, String value) {
        if (!personal.contains(namespace)) {
            return value;
        }
        SecretKeySpec secret = key.orElseThrow(() -> new IllegalArgumentException("the namespace " + namespace
                + " is personal, and this gateway has no key to hide it with (gateway.identities.pseudonymKey)"));
        return pseudonym(namespace, value, secret);
    }

    /** Whether a value is a pseudonym already, as it stands in records and answers: no address or phone number looks like one. */
    boolean isPseudonym(String namespace, String value) {
        return personal.contains(namespace) && PSEUDONYM.matcher(value).matches();
    }

    private static String pseudonym(String namespace, String value, SecretKeySpec secret) {
        String name = Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String text = namespace + ":" + name;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + ALGORITHM, e);
        }
    }
}
