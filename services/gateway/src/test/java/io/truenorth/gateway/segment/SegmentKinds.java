package io.truenorth.gateway.segment;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.TranslationUnderTest;
import io.truenorth.gateway.event.KindNames;
import io.truenorth.gateway.segment.SegmentMessage.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All kinds that the Segment mapping gives by itself, taken from its tables and from a message of each type. */
public final class SegmentKinds {

    private static final TranslationUnderTest TRANSLATION = new TranslationUnderTest(
            new SegmentTranslation("web", new KindNames(Map.of()), Optional.empty(), ConsentCategories.usual()));

    private SegmentKinds() {}

    public static Set<String> all() {
        Set<String> kinds = new TreeSet<>(SpecEvent.kinds());
        kinds.addAll(EventWords.all().values());
        Arrays.stream(Type.values())
                .filter(type -> type != Type.TRACK)
                .map(SegmentKinds::message)
                .map(message -> TRANSLATION.touchpoint(message, Map.of()).getKind())
                .forEach(kinds::add);
        return kinds;
    }

    /** A touch by each name that the mapping knows, as the mapping makes it. */
    public static List<Touchpoint> touches() {
        return EventWords.all().keySet().stream()
                .map(words -> "{\"type\": \"track\", \"userId\": \"u-1\", \"event\": \"" + words
                        + "\", \"properties\": {\"revenue\": 3, \"currency\": \"EUR\"}}")
                .map(message -> TRANSLATION.touchpoint(message, Map.of()))
                .toList();
    }

    private static String message(Type type) {
        return "{\"type\": \"" + type + "\", \"userId\": \"u-1\", \"previousId\": \"p-1\", \"groupId\": \"g-1\"}";
    }
}
