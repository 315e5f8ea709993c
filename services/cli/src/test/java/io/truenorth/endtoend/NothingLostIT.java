package io.truenorth.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.truenorth.cli.CommandRun;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topics;
import io.truenorth.streams.customer.TouchpointCounters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand tickets, one in twenty bad in one of twenty ways, while the broker is away for half a minute in the middle:
 * whatever was answered with 200 is there afterwards, and what failed comes in once its source is repaired, once.
 */
class NothingLostIT {
    private static final int TICKETS = 100_000;
    private static final int BAD = TICKETS / 20;
    private static final int SENDERS = 4;
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String BEGINNING = """
            signature: { scheme: none }
            fields:
              eventId: /*/id
              time: { iso: /*/at }
              identities: [ { crm: /*/customer } ]
              channel: support
              direction: in
            events:
              - each: /*
                when: { /*/event: opened }
                kind: ticket_opened
            """;
    private static final String REPAIRED = """
            signature: { scheme: none }
            fields:
              eventId: { first: [ /*/uuid, /*/id ] }
              time: [ { seconds: /*/when }, { iso: /*/at } ]
              identities: [ { crm: { first: [ /*/user/id, /*/customer ] } } ]
              channel: support
              direction: in
            events:
              - each: /*
                when: { /*/shape: "19" }
                eventId: /*/ticket/id
                time: { iso: /*/ticket/at }
                identities: [ { crm: /*/ticket/customer } ]
                kind: ticket_opened
              - each: /*
                kind: ticket_opened
            """;

    @TempDir
    private Path directory;

    @Test
    void whatWasTakenIsThereAndWhatFailedComesInOnceItsSourceIsRepaired() throws Exception {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Path desk = Files.writeString(sources.resolve("desk.yaml"), BEGINNING);
        try (RestartableSystem system =
                new RestartableSystem(directory, Map.of("TRUENORTH_GATEWAY_SOURCES_DIRECTORY", sources.toString()))) {
            sendWhileTheBrokerGoesAway(system);
            awaitScored(system, TICKETS - BAD);
            assertThat(system.counters().failed()).isZero();
            assertThat(badTickets(system)).isEqualTo(numbersOfBadTickets());

            assertThat(failed("list", "--limit", "0")).contains("failed and open", "from desk");
            long open = Long.parseLong(
                    failed("list", "--limit", "0").strip().split(" ")[0].replace(",", ""));
            assertThat(open).isGreaterThanOrEqualTo(BAD);
            assertThat(failed("replay", "--source", "desk", "--dry-run")).contains("would be replayed");

            Files.writeString(desk, REPAIRED);
            system.restartGateway();
            assertThat(failed("replay", "--source", "desk"))
                    .contains(String.format(Locale.ROOT, "replayed %,d, still failing 0", open));
            awaitScored(system, TICKETS);

            TouchpointCounters before = system.counters();
            assertThat(failed("replay", "--source", "desk")).contains("replayed 0, still failing 0");
            assertThat(failed("list")).contains("0  failed and open");
            assertThat(system.counters()).isEqualTo(before);
        }
    }

    private void sendWhileTheBrokerGoesAway(RestartableSystem system) throws InterruptedException {
        TicketSender sender = new TicketSender(system.gateway(), TICKETS);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(sender::run);
        }
        senders.shutdown();
        await("half of the tickets").atMost(PATIENCE).until(() -> sender.begun() >= TICKETS / 2);
        system.stopBroker();
        Thread.sleep(AWAY.toMillis());
        system.startBroker();
        assertThat(senders.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("all is sent")
                .isTrue();
        assertThat(sender.rejected()).as("the broker was away").isPositive();
    }

    /** Until everything that is in is accounted for, to the unit. */
    private static void awaitScored(RestartableSystem system, int tickets) {
        await("all is accounted for").atMost(PATIENCE).untilAsserted(() -> {
            TouchpointCounters now = system.counters();
            assertThat(now.scored()).isEqualTo(tickets);
            assertThat(now.scored() + now.failed() + now.duplicates() + now.waiting() + now.suppressed())
                    .isEqualTo(now.received());
        });
    }

    private static Set<Integer> numbersOfBadTickets() {
        return IntStream.range(0, TICKETS).filter(Tickets::isBad).boxed().collect(Collectors.toSet());
    }

    /** Those of which something stands on the topic of what failed; each batch may be there twice, as it was sent again. */
    private static Set<Integer> badTickets(RestartableSystem system) {
        Deployment deployment = system.deployment();
        Set<Integer> numbers = new TreeSet<>();
        Set<String> reasons = new HashSet<>();
        RecordsUpToNow.ofTopic(
                deployment, deployment.topics().topic(Topics.TOUCHPOINTS_FAILED).name(), record -> {
                    FailedTouchpoint failed = FailedTouchpoint.read(record.headers());
                    reasons.add(failed.reason() + failed.path().replaceAll("\\d+", "0"));
                    numbers.add(numberOf(new String(record.value(), StandardCharsets.UTF_8)));
                });
        assertThat(reasons).as("ways to fail").hasSizeGreaterThan(5);
        return numbers;
    }

    private static int numberOf(String ticket) {
        Matcher number = Pattern.compile("t-(\\d+)").matcher(ticket);
        assertThat(number.find()).as(ticket).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private String failed(String... arguments) {
        List<String> all = new ArrayList<>(List.of("failed"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--dir", directory.toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out() + run.err();
    }
}
