package io.truenorth.gateway.event;

import io.truenorth.contract.Identity;
import io.truenorth.identity.NameText;
import io.truenorth.identity.Placeholders;
import io.truenorth.identity.joining.IdentityRanking;
import io.truenorth.identity.joining.JoinRules;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.Secret;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a deployment treats identities.
 *
 * @param placeholders values that identify nobody
 * @param phones normalizes phone numbers; without it they stay as they are sent
 * @param pseudonyms replaces personal values
 * @param ranking which of a customer's identities is the strongest
 */
public record IdentityRules(
        Placeholders placeholders, Optional<PhoneNumbers> phones, Pseudonyms pseudonyms, IdentityRanking ranking) {

    private static final Pattern KEY = Pattern.compile("([0-9a-fA-F]{2}){32,128}");

    /** The namespace of e-mail addresses. */
    static final String EMAIL = "email";

    /** The namespace of phone numbers. */
    static final String PHONE = "phone";

    /** The standard rules, without a region for national numbers. */
    public static IdentityRules standard(Pseudonyms pseudonyms) {
        return new IdentityRules(
                Placeholders.standard(),
                Optional.of(new PhoneNumbers(Optional.empty())),
                pseudonyms,
                JoinRules.standard().ranking());
    }

    /** The value that is validated: addresses and phone numbers without space around them. */
    static String trimmed(String namespace, String value) {
        return namespace.equals(EMAIL) || namespace.equals(PHONE) ? NameText.trimmed(value) : value;
    }

    /**
     * An identity as it is accepted: normalized, without the placeholders' list and pseudonyms.
     *
     * @param region the region of national phone numbers, if there is one
     * @throws IllegalArgumentException saying what was expected, if a phone number is invalid
     */
    public String normalized(String namespace, String value, Optional<String> region) {
        return normal(namespace, trimmed(namespace, value), region);
    }

    /**
     * The value of an identity as it leaves the gateway: normalized, and a personal one as its pseudonym, which may be given in its
     * place.
     *
     * @throws IllegalArgumentException if a phone number is invalid, or there is no key for a personal value
     */
    public String concealed(String namespace, String value) {
        return pseudonyms.isPseudonym(namespace, value)
                ? value
                : pseudonyms.conceal(namespace, normalized(namespace, value, Optional.empty()));
    }

    /**
     * The normal form of a value: composed (NFC), an address in lower case, a phone number in E.164.
     *
     * @param region the region of national phone numbers, if the source sets one
     * @throws IllegalArgumentException saying what was expected, if a phone number is invalid
     */
    String normal(String namespace, String value, Optional<String> region) {
        String composed = NameText.composed(value);
        return switch (namespace) {
            case EMAIL -> composed.toLowerCase(Locale.ROOT);
            case PHONE -> phones.isPresent() ? phones.get().e164(composed, region) : composed;
            default -> composed;
        };
    }

    private enum Phones {
        E164,
        AS_SENT
    }

    /** The identities, the strongest namespaces first; those of one namespace stay in their order. */
    List<Identity> strongestFirst(List<Identity> identities) {
        return identities.stream()
                .sorted(Comparator.comparingInt(identity -> ranking.rankOf(identity.getNamespace())))
                .toList();
    }

    /** Reads the section {@code gateway.identities}. */
    public static IdentityRules read(ConfigSection section, Placeholders placeholders, IdentityRanking ranking) {
        Phones phones = section.choice(
                "phones",
                Phones.class,
                Phones.E164,
                "How phone numbers are normalized before they are hashed: e164, so that a number is one customer however it is"
                        + " written, or as-sent, the behaviour of older versions (docs/deploy.md).");
        Optional<String> region = region(section);
        return new IdentityRules(
                placeholders,
                phones == Phones.E164 ? Optional.of(new PhoneNumbers(region)) : Optional.empty(),
                pseudonyms(section),
                ranking);
    }

    private static Optional<String> region(ConfigSection section) {
        Optional<String> region = section.optionalText(
                "region",
                "The region of national phone numbers where a source's document sets none, by ISO 3166, such as CH. None: only"
                        + " international numbers are accepted.");
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
                "Namespaces of personal values: each value leaves the gateway as a keyed hash only.");
        Optional<Secret> key = section.secret(
                "pseudonymKey",
                "The key of that hash, 32 to 128 random bytes in hex. It must be the same for all gateways and never change, as"
                        + " another key makes other customers. Without it events with personal values are rejected.");
        if (key.isPresent() && !KEY.matcher(key.get().reveal()).matches()) {
            section.reject("pseudonymKey", "expected 32 to 128 bytes in hex");
            key = Optional.empty();
        }
        return new Pseudonyms(
                Set.copyOf(personal), key.map(hex -> HexFormat.of().parseHex(hex.reveal())));
    }
}
