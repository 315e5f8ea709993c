package io.truenorth.standalone;

import io.truenorth.embedded.PreferredPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the parts of a local system listen, all on loopback.
 *
 * @param kafka the broker
 * @param registry the schema registry
 * @param gateway the gateway
 * @param queries the streams service
 * @param dashboard the dashboard
 * @param detours what is worth telling: which usual port somebody else has, and what is used instead
 */
public record LocalPorts(int kafka, int registry, int gateway, int queries, int dashboard, List<String> detours) {
    private static final int USUAL_KAFKA = 9092;
    private static final int USUAL_REGISTRY = 8081;
    private static final int USUAL_GATEWAY = 8080;
    private static final int USUAL_QUERIES = 8082;
    private static final int USUAL_DASHBOARD = 8083;

    /** The detours are copied. */
    public LocalPorts {
        detours = List.copyOf(detours);
    }

    /**
     * The ports that are asked for; where none is, the usual one, or a free one if somebody has that.
     *
     * @throws IllegalArgumentException if one is no port, or asked for twice
     * @throws io.truenorth.embedded.StartRefusedException if a port that is asked for is taken; it names who has it
     */
    public static LocalPorts choose(
            Optional<Integer> kafka,
            Optional<Integer> registry,
            Optional<Integer> gateway,
            Optional<Integer> queries,
            Optional<Integer> dashboard) {
        Choice choice = new Choice();
        for (Optional<Integer> wanted : List.of(kafka, registry, gateway, queries, dashboard)) {
            wanted.filter(port -> port > 0).ifPresent(choice::want);
        }
        return new LocalPorts(
                choice.port("broker", kafka, USUAL_KAFKA),
                choice.port("schema registry", registry, USUAL_REGISTRY),
                choice.port("gateway", gateway, USUAL_GATEWAY),
                choice.port("streams service", queries, USUAL_QUERIES),
                choice.port("dashboard", dashboard, USUAL_DASHBOARD),
                choice.detours);
    }

    /** Any free ports. */
    public static LocalPorts free() {
        Optional<Integer> any = Optional.of(0);
        return choose(any, any, any, any, any);
    }

    /** Ports that are chosen one after the other, none of them twice. */
    private static final class Choice {
        private final Set<Integer> wantedOrChosen = new HashSet<>();
        private final List<String> detours = new ArrayList<>();

        void want(int port) {
            if (!wantedOrChosen.add(port)) {
                throw new IllegalArgumentException("port " + port + " is asked for twice");
            }
        }

        int port(String who, Optional<Integer> wanted, int usual) {
            if (wanted.isPresent()) {
                return PreferredPort.exactly(wanted.get(), who).port();
            }
            PreferredPort chosen =
                    wantedOrChosen.contains(usual) ? PreferredPort.exactly(0, who) : PreferredPort.of(usual);
            int port = chosen.port();
            wantedOrChosen.add(port);
            chosen.taken()
                    .ifPresent(owner -> detours.add(
                            "port " + usual + " is taken by " + owner + ", so the " + who + " is at " + port));
            return port;
        }
    }
}
