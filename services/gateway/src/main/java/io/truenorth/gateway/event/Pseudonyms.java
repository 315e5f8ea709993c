package io.truenorth.gateway.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides personal names: in a personal namespace a name becomes the first 128 bits, in hex, of the HMAC-SHA-256 of {@code
 * namespace:name} under the deployment's key. Names are compared without regard to case, so that {@code Ann@example.org}
 * and {@code ann@example.org} are one customer. Without the key nobody can tell who a pseudonym is, or try names out.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

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
     * The identity as it may leave the gateway.
     *
     * @throws IllegalArgumentException if it is personal and there is no key
     */
    SentIdentity conceal(SentIdentity identity) {
        if (!personal.contains(identity.namespace())) {
            return identity;
        }
        SecretKeySpec secret = key.orElseThrow(
                () -> new IllegalArgumentException(
                        "the namespace " + identity.namespace()
                                + " is personal, and this gateway has no key to hide it with (gateway.identities.pseudonymKey)"));
        return new SentIdentity(identity.namespace(), pseudonym(identity, secret));
    }

    private static String pseudonym(SentIdentity identity, SecretKeySpec secret) {
        String name =
                Normalizer.normalize(identity.value(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String text = identity.namespace() + ":" + name;
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
