package io.truenorth.gateway.segment;

import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Number;
import io.truenorth.gateway.json.JsonValue.Text;
import io.truenorth.gateway.json.JsonValue.Truth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which traits become attributes: texts, numbers and truths within the limits of the contract, the first of them by name where
 * there are too many. Personal ones never: an attribute is stored as it is and may become a scope of the dashboard.
 */
final class Traits {

    private static final int MOST = 32;

    /** In lower case without what joins words. */
    private static final Set<String> PERSONAL = Set.of(
            "address",
            "anonymousid",
            "avatar",
            "birthdate",
            "birthday",
            "bio",
            "dateofbirth",
            "description",
            "dob",
            "email",
            "emailaddress",
            "firstname",
            "fullname",
            "id",
            "ip",
            "lastname",
            "middlename",
            "mobile",
            "mobilephone",
            "name",
            "nickname",
            "phone",
            "phonenumber",
            "postalcode",
            "ssn",
            "street",
            "surname",
            "telephone",
            "userid",
            "username",
            "website",
            "zip",
            "zipcode");

    private Traits() {}

    /**
     * The attributes.
     *
     * @param traits of the customer
     * @param group the group of the customer, which becomes the attribute {@code group}
     */
    static Map<String, String> attributes(Map<String, JsonValue> traits, Optional<String> group) {
        Map<String, String> attributes = new TreeMap<>();
        group.ifPresent(id -> put(attributes, "group", id));
        for (Map.Entry<String, JsonValue> trait : new TreeMap<>(traits).entrySet()) {
            if (!isPersonal(trait.getKey())) {
                put(attributes, trait.getKey(), shown(trait.getValue()));
            }
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        boolean kept =
                TextConstraint.ATTRIBUTE.accepts(name) && TextConstraint.ATTRIBUTE_VALUE.accepts(value) && !value.contains("@");
        if (kept && attributes.size() < MOST) {
            attributes.putIfAbsent(name, value);
        }
    }

    private static boolean isPersonal(String name) {
        return PERSONAL.contains(name.replaceAll("[._ -]", "").toLowerCase(Locale.ROOT));
    }

    /** Empty, which is no value of an attribute, for what is more than one value. */
    private static String shown(JsonValue value) {
        if (value instanceof Text text) {
            return text.text().strip();
        }
        if (value instanceof Number number) {
            return number.text();
        }
        return value instanceof Truth truth ? Boolean.toString(truth.value()) : "";
    }
}
