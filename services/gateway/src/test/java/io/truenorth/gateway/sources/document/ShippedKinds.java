package io.truenorth.gateway.sources.document;

import io.truenorth.gateway.event.Automation;
import io.truenorth.gateway.segment.SegmentKinds;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds that shipped sources and the Segment mapping can make: as they are found, and as they are listed. */
final class ShippedKinds {

    private ShippedKinds() {}

    /** All that can be made, from the documents and the code. */
    static Set<String> found() {
        Set<String> kinds = new TreeSet<>(SegmentKinds.all());
        kinds.add(Automation.KIND);
        ShippedSources.names().forEach(name -> kinds.addAll(ofDocument(name)));
        return kinds;
    }

    static Set<String> ofDocument(String name) {
        return SourceDocument.shipped(name)
                .orElseThrow()
                .webhook()
                .orElseThrow()
                .mapping()
                .kinds();
    }

    /** The meaning of each, by {@code kinds.txt}: {@code engages}, {@code advocates}, {@code passive} or {@code leaving}. */
    static Map<String, String> listed() {
        return OwnPayloads.text("/kinds.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(words -> words[0], words -> words[1], ShippedKinds::twice, TreeMap::new));
    }

    private static String twice(String one, String other) {
        throw new IllegalStateException("a kind is listed as " + one + " and as " + other);
    }
}
