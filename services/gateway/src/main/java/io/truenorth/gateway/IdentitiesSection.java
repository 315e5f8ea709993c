package io.truenorth.gateway;

import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.Secret;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The section {@code gateway.identities}. */
final class IdentitiesSection {

    private static final Pattern KEY = Pattern.compile("([0-9a-fA-F]{2}){32,128}");

    private IdentitiesSection() {}

    static Pseudonyms read(ConfigSection section) {
        List<String> personal = section.texts(
                "personal",
                List.of("email", "phone"),
                "Namespaces whose names are personal: each name leaves the gateway as a keyed hash only.");
        Optional<Secret> key = section.secret(
                "pseudonymKey",
                "The key of that hash, 32 to 128 random bytes in hex; the same for all gateways and for ever, as another key"
                        + " makes other customers. Without it events with personal names are refused.");
        if (key.isPresent() && !KEY.matcher(key.get().reveal()).matches()) {
            section.refuse("pseudonymKey", "expected 32 to 128 bytes in hex");
            key = Optional.empty();
        }
        return new Pseudonyms(
                Set.copyOf(personal), key.map(hex -> HexFormat.of().parseHex(hex.reveal())));
    }
}
