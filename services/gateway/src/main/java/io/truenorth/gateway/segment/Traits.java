package io.truenorth.gateway.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.event.TextConstraint;
import io.truenorth.gateway.json.JsonNodes;
import io.truenorth.gateway.segment.SegmentMessage.Type;
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
     * The attributes of the customer in a message. The traits of a group are not the customer's, and its id becomes the attribute
     * {@code group}; RudderStack's libraries send the traits of the customer in the context.
     */
    static Map<String, String> attributes(SegmentMessage message, Type type) {
        SegmentMessage context = message.object("context");
        Map<String, JsonNode> traits = new TreeMap<>();
        context.object("traits").values().properties().forEach(trait -> traits.put(trait.getKey(), trait.getValue()));
        if (type == Type.IDENTIFY) {
            message.object("traits")
                    .values()
                    .properties()
                    .forEach(trait -> traits.put(trait.getKey(), trait.getValue()));
        }
        Optional<String> group = type == Type.GROUP ? message.text("groupId") : context.text("groupId");
        Map<String, String> attributes = new TreeMap<>();
        group.ifPresent(id -> put(attributes, "group", id));
        traits.forEach((name, value) -> {
            if (!isPersonal(name)) {
                put(attributes, name, text(value));
            }
        });
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        boolean kept = TextConstraint.ATTRIBUTE.accepts(name)
                && TextConstraint.ATTRIBUTE_VALUE.accepts(value)
                && !value.contains("@");
        if (kept && attributes.size() < MOST) {
            attributes.putIfAbsent(name, value);
        }
    }

    private static boolean isPersonal(String name) {
        return PERSONAL.contains(name.replaceAll("[._ -]", "").toLowerCase(Locale.ROOT));
    }

    /** Empty, which is not a valid attribute, for arrays and objects. */
    private static String text(JsonNode value) {
        return JsonNodes.scalar(value).orElse("").strip();
    }
}
