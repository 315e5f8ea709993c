package io.truenorth.gateway.sources.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How bytes are written. */
enum Encoding {
    /** The characters themselves, in UTF-8. */
    TEXT,
    /** Hexadecimal digits of either case. */
    HEX,
    /** Base64, with or without padding. */
    BASE64;

    private static final String STANDARD_WEBHOOKS_SECRET = "whsec_";

    /** The bytes, or nothing if the text is not of this form. */
    Optional<byte[]> decode(String text) {
        try {
            return Optional.of(
                    switch (this) {
                        case TEXT -> text.getBytes(StandardCharsets.UTF_8);
                        case HEX -> HexFormat.of().parseHex(text);
                        case BASE64 -> Base64.getDecoder().decode(text);
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key that a secret stands for; in base64 it may begin with {@code whsec_}. */
    Optional<byte[]> key(String secret) {
        boolean marked = this == BASE64 && secret.startsWith(STANDARD_WEBHOOKS_SECRET);
        return decode(marked ? secret.substring(STANDARD_WEBHOOKS_SECRET.length()) : secret)
                .filter(key -> key.length > 0);
    }

    String shown() {
        return this == HEX ? "hex" : this == BASE64 ? "base64" : "a text";
    }
}
