package io.truenorth.benchmarks.pipeline;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that determine the {@link Settings}; those not given depend on {@code --quick}. */
final class SizeOptions {
    static final int TOUCHES_PER_CUSTOMER = 12;

    @Option(
            names = "--quick",
            description = "Small sizes, one round and a short warm-up, to see that all works: a few minutes in all."
                    + " Its figures mean little.")
    private boolean quick;

    @Option(names = "--events", description = "Touchpoints of each load but the live ones: 5,000,000, quick 60,000.")
    private Optional<Integer> events = Optional.empty();

    @Option(names = "--customers", description = "Customers whom these concern: a twelfth of the touchpoints.")
    private Optional<Integer> customers = Optional.empty();

    @Option(
            names = "--customers-on-disk",
            description = "Customers with a history before the live loads start: 1,000,000, quick 5,000.")
    private Optional<Integer> customersOnDisk = Optional.empty();

    @Option(names = "--rounds", description = "Runs of each contender on each load: 3, quick 1.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(names = "--warm-up", description = "Seconds before each measurement: 20, quick 1.")
    private Optional<Integer> warmUp = Optional.empty();

    @Option(names = "--step", description = "Seconds of each step of a live load: 10, quick 2.")
    private Optional<Integer> step = Optional.empty();

    @Option(names = "--most-steps", description = "The most steps of a live load: 30, quick 4.")
    private Optional<Integer> mostSteps = Optional.empty();

    @Option(
            names = "--seed",
            description = "Of the loads.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS)
    private long seed = 1;

    @Option(
            names = "--jvm",
            split = " ",
            description = "JVM options of contenders with state on disk: -Xms2g -Xmx2g -XX:+UseParallelGC, quick half a"
                    + " gigabyte.")
    private List<String> jvm = List.of();

    @Option(
            names = "--heap-state-jvm",
            split = " ",
            description =
                    "JVM options of contenders with state on the heap: -Xms6g -Xmx6g -XX:+UseParallelGC, quick one"
                            + " gigabyte.")
    private List<String> heapStateJvm = List.of();

    @Option(
            names = "--profile",
            description = "Record each contender with JFR and print where its processing threads spend their time.")
    private boolean profile;

    int rounds() {
        return rounds.orElse(quick ? 1 : 3);
    }

    Settings settings() {
        int written = events.orElse(quick ? 60_000 : 5_000_000);
        return new Settings(
                written,
                customers.orElse(Math.max(1, written / TOUCHES_PER_CUSTOMER)),
                customersOnDisk.orElse(quick ? 5_000 : 1_000_000),
                warmUp.orElse(quick ? 1 : 20),
                step.orElse(quick ? 2 : 10),
                quick ? 500 : 1_000,
                quick ? 2 : 1.25,
                mostSteps.orElse(quick ? 4 : 30),
                seed,
                jvm.isEmpty() ? parallel(quick ? "512m" : "2g") : jvm,
                heapStateJvm.isEmpty() ? parallel(quick ? "1g" : "6g") : heapStateJvm,
                profile);
    }

    /** Returns the settings of a backlog that is processed at once, without a warm-up. */
    static Settings backlogOf(int events, int customers, List<String> jvm) {
        return new Settings(events, customers, customers, 0, 1, 1, 2, 1, 1, jvm, jvm, false);
    }

    private static List<String> parallel(String heap) {
        return List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC");
    }
}
