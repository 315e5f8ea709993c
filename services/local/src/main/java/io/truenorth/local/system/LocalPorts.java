package io.truenorth.local.system;

import io.truenorth.embedded.PreferredPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a local system listen, all on loopback.
 *
 * @param kafka the broker
 * @param registry the schema registry
 * @param gateway the gateway
 * @param queries the streams service
 * @param detours what is worth telling: which usual port somebody else has, and what is used instead
 */
public record LocalPorts(int kafka, int registry, int gateway, int queries, List<String> detours) {
    private static final int USUAL_KAFKA = 9092;
    private static final int USUAL_REGISTRY = 8081;
    private static final int USUAL_GATEWAY = 8080;
    private static final int USUAL_QUERIES = 8082;

    /** The detours are copied. */
    public LocalPorts {
        detours = List.copyOf(detours);
    }

    /**
     * The ports that are asked for; where none is, the usual one, or a free one if somebody has that.
     *
     * @throws io.truenorth.embedded.StartRefusedException if a port that is asked for is taken; it names who has it
     */
    public static LocalPorts choose(
            Optional<Integer> kafka, Optional<Integer> registry, Optional<Integer> gateway, Optional<Integer> queries) {
        List<String> detours = new ArrayList<>();
        return new LocalPorts(
                port("broker", kafka, USUAL_KAFKA, detours),
                port("schema registry", registry, USUAL_REGISTRY, detours),
                port("gateway", gateway, USUAL_GATEWAY, detours),
                port("streams service", queries, USUAL_QUERIES, detours),
                detours);
    }

    /** Any free ports. */
    public static LocalPorts free() {
        Optional<Integer> any = Optional.of(0);
        return choose(any, any, any, any);
    }

    private static int port(String who, Optional<Integer> wanted, int usual, List<String> detours) {
        if (wanted.isPresent()) {
            return PreferredPort.exactly(wanted.get(), who).port();
        }
        PreferredPort chosen = PreferredPort.of(usual);
        chosen.taken()
                .ifPresent(owner -> detours.add(
                        "port " + usual + " is taken by " + owner + ", so the " + who + " is at " + chosen.port()));
        return chosen.port();
    }
}
