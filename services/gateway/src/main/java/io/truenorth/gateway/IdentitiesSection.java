package io.truenorth.gateway;

import io.truenorth.gateway.event.IdentityRules;
import io.truenorth.gateway.event.PhoneNumbers;
import io.truenorth.gateway.event.Pseudonyms;
import io.truenorth.identity.Placeholders;
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

    private enum Phones {
        E164,
        AS_SENT
    }

    static IdentityRules read(ConfigSection section, Placeholders placeholders) {
        Phones phones = section.choice(
                "phones",
                Phones.class,
                Phones.E164,
                "How phone numbers are written before they are hidden: e164, so that one number is one customer however it is"
                        + " written, or as-sent, as before there was a choice (docs/deploy.md).");
        Optional<String> region = region(section);
        return new IdentityRules(
                placeholders,
                phones == Phones.E164 ? Optional.of(new PhoneNumbers(region)) : Optional.empty(),
                pseudonyms(section));
    }

    private static Optional<String> region(ConfigSection section) {
        Optional<String> region = section.optionalText(
                "region",
                "Whose national phone numbers are meant where a source's document names no region of its own, by ISO 3166, such"
                        + " as CH. None: only numbers with their country are understood.");
        if (region.isPresent() && !PhoneNumbers.isRegion(region.get())) {
            section.reject("region", "expected a region by ISO 3166, such as CH, was " + region.get());
            return Optional.empty();
        }
        return region;
    }

    private static Pseudonyms pseudonyms(ConfigSection section) {
        List<String> personal = section.texts(
                "personal",
                List.of("email", "phone"),
                "Namespaces whose names are personal: each name leaves the gateway as a keyed hash only.");
        Optional<Secret> key = section.secret(
                "pseudonymKey",
                "The key of that hash, 32 to 128 random bytes in hex; the same for all gateways and for ever, as another key"
                        + " makes other customers. Without it events with personal names are refused.");
        if (key.isPresent() && !KEY.matcher(key.get().reveal()).matches()) {
            section.reject("pseudonymKey", "expected 32 to 128 bytes in hex");
            key = Optional.empty();
        }
        return new Pseudonyms(
                Set.copyOf(personal), key.map(hex -> HexFormat.of().parseHex(hex.reveal())));
    }
}
