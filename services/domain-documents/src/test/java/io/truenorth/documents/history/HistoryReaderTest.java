package io.truenorth.documents.history;

import static io.truenorth.documents.history.Recorder.HEADER;
import static io.truenorth.documents.history.Recorder.gzip;
import static io.truenorth.documents.history.Recorder.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.relationship.ledger.Category;
import io.truenorth.relationship.ledger.Direction;
import io.truenorth.relationship.ledger.EventKey;
import io.truenorth.relationship.ledger.Sentiment;
import io.truenorth.relationship.ledger.Touch;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryReaderTest {

    private static final String LINES = """
            c-1,1488362400,store,purchase,in,,29.33,shoes
            c-2,1488362400.25,web,visit,in,0.5,,
            "c,3",1488362401,mail,"said ""hi"" twice",out,-1,-3,"a b"
            c-1,1488362400,store,purchase,in,,29.33,shoes
            Zoë,0,store,visit,in,0,0.005,靴
            """;

    private static final String JSON_LINES = """
            {"customer":"c-1","ts":1488362400,"channel":"store","kind":"purchase","direction":"in","value":29.33,"subject":"shoes"}
            {"subject":null,"kind":"visit","ts":"1488362400.25","customer":"c-2","channel":"web","direction":"in","sentiment":0.50}
            {"customer":"c,3","ts":1488362401,"channel":"mail","kind":"said \\"hi\\" twice","direction":"out","sentiment":-1,"value":-3e0,"subject":"a b"}
            {"customer":"c-1","ts":1488362400,"channel":"store","kind":"purchase","direction":"in","sentiment":"","value":"29.330","subject":"shoes"}
            {"customer":"Zo\\u00eb","ts":0,"channel":"store","kind":"visit","direction":"in","sentiment":0,"value":0.005,"subject":"靴"}
            """;

    @Test
    void aLineIsAnEvent() {
        Recorder recorder = read(HEADER + LINES);

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.violations).isEmpty();
        assertThat(recorder.events).hasSize(5);
        assertThat(recorder.events.get(0))
                .isEqualTo(new HistoryEvent(
                        recorder.ids().get(0),
                        "c-1",
                        1_488_362_400_000L,
                        "store",
                        "purchase",
                        Direction.INBOUND,
                        OptionalDouble.empty(),
                        OptionalLong.of(2933),
                        "shoes"));
        assertThat(recorder.events.get(1))
                .isEqualTo(new HistoryEvent(
                        recorder.ids().get(1),
                        "c-2",
                        1_488_362_400_250L,
                        "web",
                        "visit",
                        Direction.INBOUND,
                        OptionalDouble.of(0.5),
                        OptionalLong.empty(),
                        ""));
        assertThat(recorder.events.get(2))
                .isEqualTo(new HistoryEvent(
                        recorder.ids().get(2),
                        "c,3",
                        1_488_362_401_000L,
                        "mail",
                        "said_hi_twice",
                        Direction.OUTBOUND,
                        OptionalDouble.of(-1),
                        OptionalLong.of(-300),
                        "a b"));
    }

    @Test
    void everyFormOfTheSameLinesGivesTheSameEvents() {
        List<HistoryEvent> events = read(HEADER + LINES).events;

        assertThat(read(gzip(HEADER + LINES)).events).isEqualTo(events);
        assertThat(read((HEADER + LINES).replace("\n", "\r\n")).events).isEqualTo(events);
        assertThat(read("\ufeff" + HEADER + LINES.stripTrailing()).events).isEqualTo(events);
        assertThat(read("\n  \n" + HEADER + LINES.replace("\n", "\n\n \t\r\n")).events)
                .isEqualTo(events);
        assertThat(read(JSON_LINES).events).isEqualTo(events);
        assertThat(read(gzip("\ufeff\n  " + JSON_LINES)).events).isEqualTo(events);
        assertThat(read(twoMembers(HEADER, LINES)).events).isEqualTo(events);
    }

    private static byte[] twoMembers(String first, String second) {
        byte[] a = gzip(first);
        byte[] b = gzip(second);
        byte[] both = new byte[a.length + b.length];
        System.arraycopy(a, 0, both, 0, a.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void theOrderOfColumnsIsFreeAndTheLastThreeMayBeMissing() {
        Recorder recorder = read("direction,kind,customer,ts,channel\nin,visit,c-1,1,web\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events)
                .singleElement()
                .isEqualTo(new HistoryEvent(
                        read(HEADER + "c-1,1,web,visit,in,,,").ids().get(0),
                        "c-1",
                        1000,
                        "web",
                        "visit",
                        Direction.INBOUND,
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        ""));
    }

    @Test
    void anIdIsMadeOfSourceContentAndOccurrence() {
        assertThat(read(HEADER + LINES).ids())
                .allMatch(id -> id.matches("h:[0-9a-f]{32}:\\d"))
                .doesNotHaveDuplicates()
                .satisfies(ids -> assertThat(ids.get(3)).isEqualTo(ids.get(0).replaceFirst("1$", "2")));
    }

    @Test
    void idsStayAsTheyAreFromVersionToVersion() {
        assertThat(read(HEADER + LINES).ids()).first().isEqualTo("h:614e1878c857a75b831f7535fef919e1:1");
    }

    @Test
    void shufflingTheLinesChangesNoId() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("c-" + i % 50 + ",1488362400,store,purchase,in,," + i % 7 + ",shoes");
        }
        List<String> ids = sorted(read(HEADER + String.join("\n", lines)).ids());

        Collections.shuffle(lines, new Random(1));

        assertThat(sorted(read(HEADER + String.join("\n", lines)).ids())).isEqualTo(ids);
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }

    @Test
    void aTimeAheadWithinTheSkewIsNowAndKeepsItsId() {
        long ahead = Recorder.NOW.getEpochSecond() + 299;

        HistoryEvent event =
                read(HEADER + "c-1," + ahead + ",web,visit,in,,,").events.get(0);

        assertThat(event.occurredAt()).isEqualTo(Recorder.NOW.toEpochMilli());
        assertThat(event.eventId())
                .isNotEqualTo(read(HEADER + "c-1," + Recorder.NOW.getEpochSecond() + ",web,visit,in,,,")
                        .ids()
                        .get(0));
    }

    @Test
    void moneyIsRoundedToMinorUnitsHalfEven() {
        assertThat(read(HEADER
                                + "c,1,w,k,in,,0.005,\nc,1,w,k,in,,0.015,\nc,1,w,k,in,,-0.025,\nc,1,w,k,in,,1e3,\n"
                                + "c,1,w,k,in,,+1.5,\nc,1,w,k,in,,1e-300,\n")
                        .events
                        .stream()
                        .map(event -> event.valueMinor().orElseThrow()))
                .containsExactly(0L, 2L, -2L, 100_000L, 150L, 0L);
    }

    @Test
    void theBoundsThemselvesAreTaken() {
        Recorder recorder = read(
                HEADER + "x".repeat(256) + ",0,w,k,in,-1,1000000000000,\nc,0.0009,w,k,in,1.000,-1000000000000.00,\n");

        assertThat(recorder.rejected).isEmpty();
        assertThat(recorder.events)
                .extracting(event -> event.valueMinor().orElseThrow())
                .containsExactly(100_000_000_000_000L, -100_000_000_000_000L);
    }

    @Test
    void anEventBecomesATouch() {
        HistoryEvent event =
                read(HEADER + "c-1,86400,web,visit,in,-0.5,2,s").events.get(0);

        assertThat(event.toTouch())
                .isEqualTo(new Touch(
                        EventKey.of(event.eventId()),
                        1,
                        new Category("web", "visit", "s"),
                        Direction.INBOUND,
                        Sentiment.NEGATIVE,
                        200,
                        0,
                        null));
    }

    @Test
    void theProgressEndsWithTheFile() {
        byte[] packed = gzip(HEADER + LINES.repeat(400));

        Recorder recorder = read(packed);

        assertThat(recorder.bytes).isEqualTo(packed.length);
        assertThat(recorder.lines).isEqualTo(2000);
    }

    @Test
    void aFileIsItsOwnSourceUnlessToldOtherwise() {
        assertThat(List.of(
                        "a/cdnow.csv.gz",
                        "cdnow.CSV",
                        "cdnow.jsonl",
                        "cdnow.jsonl.gz",
                        "cdnow",
                        "cdnow.gz",
                        "cdnow.ndjson"))
                .allSatisfy(name ->
                        assertThat(HistoryFile.at(Path.of(name)).source()).isEqualTo("cdnow"));
        assertThat(HistoryFile.at(Path.of(".csv")).source()).isEqualTo(".csv");
        assertThat(HistoryFile.at(Path.of("a.b.csv")).ofSource("s").source()).isEqualTo("s");
    }

    @Test
    void aPipeIsReadAsAFileIs() throws UnusableHistoryException {
        Recorder recorder = new Recorder();
        HistoryFile pipe = new HistoryFile("pipe", "h", () -> new ByteArrayInputStream(gzip(HEADER + LINES)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 7));
            }

            @Override
            public synchronized int available() {
                throw new IllegalStateException("Illegal seek, says the JDK of a pipe");
            }
        });

        new HistoryReader(HistoryMapping.canonical(), ScoringModel.standard(), Recorder.NOW).read(pipe, recorder);

        assertThat(recorder.events).isEqualTo(read(HEADER + LINES).events);
    }

    @Test
    void linesWithoutEndAreRead() {
        assertThat(read((HEADER + "c-1,1,web,visit,in,,,").getBytes(StandardCharsets.UTF_8)).events)
                .hasSize(1);
    }
}
