package io.truenorth.documents.history;

import io.truenorth.documents.Document;
import io.truenorth.documents.Excerpt;
import io.truenorth.identity.LowerCaseWords;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mapping proposed for a file of unknown form, from its first thousand records. What the file does not decide stays open: the
 * mapping holds a question in its place, and is not valid until it is answered.
 */
public final class MappingSuggestion {

    private final HistoryFile file;
    private final FileSample sample;
    private final SuggestedColumns columns;
    private final Optional<SuggestedTime> time;
    private final Optional<SuggestedNumbers> money;
    private final SuggestionText text = new SuggestionText();
    private int pattern = -1;

    private MappingSuggestion(HistoryFile file, FileSample sample) {
        this.file = file;
        this.sample = sample;
        this.columns = new SuggestedColumns(sample.columns());
        this.time = SuggestedTime.of(sample.columns());
        this.money = SuggestedNumbers.of(sample.columns());
    }

    /**
     * Proposes a mapping.
     *
     * @param encoding the name of the file's encoding, if it is known
     * @throws UnusableHistoryException if the file cannot be opened, or is not CSV with a header
     * @throws IllegalArgumentException if there is no such encoding
     */
    public static MappingSuggestion of(HistoryFile file, Optional<String> encoding) throws UnusableHistoryException {
        Optional<Charset> stated = Optional.empty();
        if (encoding.isPresent()) {
            stated = TextEncodings.named(encoding.get());
            if (stated.isEmpty()) {
                throw new IllegalArgumentException(
                        "expected one of " + TextEncodings.names() + ", was " + Excerpt.of(encoding.get()));
            }
        }
        MappingSuggestion suggestion = new MappingSuggestion(file, FileSample.of(file, stated));
        suggestion.write();
        return suggestion;
    }

    /** The mapping, in YAML with comments. */
    public String yaml() {
        return text.yaml();
    }

    /** What the file does not decide; empty if the mapping can be used as it is. */
    public List<String> questions() {
        return text.questions();
    }

    /**
     * The sample as it is read by the mapping, once for each reading of its dates; empty if another question is open.
     *
     * @param model knows kinds and scales
     */
    public List<HistoryMapping> readings(ScoringModel model) {
        int patterns = time.map(found -> found.guess().patterns().size()).orElse(0);
        boolean onlyDates = questions().isEmpty() || questions().size() == 1 && patterns > 1;
        if (!onlyDates) {
            return List.of();
        }
        List<HistoryMapping> readings = new ArrayList<>();
        for (int i = 0; i < Math.max(1, patterns); i++) {
            MappingSuggestion decided = new MappingSuggestion(file, sample);
            decided.pattern = i;
            decided.write();
            readings.add(HistoryMappingDocument.read(
                    Document.of("suggestion", decided.yaml().getBytes(StandardCharsets.UTF_8)), model));
        }
        return readings;
    }

    /** The sampled beginning of the file. */
    public HistoryFile beginning() {
        return new HistoryFile(file.name(), file.source(), () -> new ByteArrayInputStream(sample.content()));
    }

    private void write() {
        text.add("# Proposed from the first " + sample.columns().get(0).values().size() + " records of "
                + Excerpt.visible(file.name()) + "; check every line.");
        writeFile();
        writeTime();
        SuggestedCustomer.of(columns).write(text, sample.columns());
        writeEvent();
        writeMoney();
        columns.sentiment()
                .ifPresent(answer -> text.add("sentiment: { column: " + SuggestionText.quoted(answer.getKey())
                        + ", scale: " + answer.getValue() + " }"));
        columns.subject().ifPresent(column -> text.add("subject: { column: " + SuggestionText.quoted(column) + " }"));
        List<SampledColumn> customers = new ArrayList<>(columns.customerIds());
        columns.id(customers).ifPresent(column -> text.add("id: { column: " + SuggestionText.quoted(column) + " }"));
        writeAttributes();
    }

    private void writeFile() {
        FileForm form = sample.form();
        if (!form.encoding().equals(StandardCharsets.UTF_8)) {
            text.add("encoding: " + TextEncodings.nameOf(form.encoding())
                    + "   # by its bytes; ä, é and ü must be right in the lines shown");
        }
        switch (form.separator()) {
            case ';' -> text.add("separator: semicolon");
            case '\t' -> text.add("separator: tab");
            case '|' -> text.add("separator: pipe");
            default -> {}
        }
        if (form.skipLines() > 0) {
            text.add("skipLines: " + form.skipLines() + "   # before the header");
        }
        if (form.skipAfterHeader() > 0) {
            text.add("skipAfterHeader: " + form.skipAfterHeader() + "   # descriptions of the columns");
        }
        if (money.filter(SuggestedNumbers::undecided).isPresent()) {
            text.ask("no line tells decimals from thousands: "
                    + Excerpt.of(money.get().column().filled().get(0)) + "; state decimal, and thousands if there are");
            text.add("decimal: \"point or comma\"");
        } else {
            money.ifPresent(numbers -> numbers.keys().forEach(text::add));
        }
    }

    private void writeTime() {
        if (time.isPresent()) {
            time.get().write(text, pattern);
        } else {
            text.ask("no column holds times that are understood: " + SuggestionText.named(sample.columns()));
            text.add("time: { column: \"DECIDE\", format: iso-8601 }");
        }
    }

    private void writeEvent() {
        Optional<SuggestedEvent> event = SuggestedEvent.of(columns, money.isPresent());
        Optional<SampledColumn> channel = columns.named("channel");
        Optional<SampledColumn> kind = columns.kinds();
        if (event.isEmpty() && kind.isEmpty()) {
            text.ask(
                    "the names of the columns do not tell what happened: a kind such as purchase or ticket_opened, and a"
                            + " channel");
        }
        text.add("channel: { "
                + channel.map(column -> "column: " + SuggestionText.quoted(column))
                        .orElseGet(() -> "constant: "
                                + event.map(SuggestedEvent::channel).orElse("\"DECIDE\""))
                + " }");
        if (kind.isPresent()) {
            text.add(
                    "# Kinds that count in a way of their own, such as purchase, refund or unsubscribed: see truenorth model.");
            text.add("kind: { column: " + SuggestionText.quoted(kind.get()) + ", values: "
                    + kind.get().values().stream()
                            .distinct()
                            .map(value -> SuggestionText.quoted(value) + ": " + LowerCaseWords.of(value))
                            .collect(Collectors.joining(", ", "{ ", " } }")));
        } else {
            text.add("kind: { constant: " + event.map(SuggestedEvent::kind).orElse("\"DECIDE\"") + " }");
        }
        text.add("direction: { constant: "
                + event.map(SuggestedEvent::direction).orElse("in") + " }   # in: the customer acted; out: you did");
    }

    private void writeMoney() {
        if (money.isEmpty()) {
            return;
        }
        String symbol = money.get().form().symbol();
        String currency = columns.currency()
                .map(column -> ", currency: { column: " + SuggestionText.quoted(column) + " }")
                .orElse("");
        text.add("value: { column: " + SuggestionText.quoted(money.get().column())
                + (symbol.isEmpty() ? "" : ", symbol: \"" + symbol + "\"") + currency + " }"
                + (currency.isEmpty() ? "   # in the reporting currency" : ""));
    }

    private void writeAttributes() {
        Map<String, SampledColumn> attributes = columns.attributes();
        if (!attributes.isEmpty()) {
            text.add(attributes.entrySet().stream()
                    .map(attribute -> attribute.getKey() + ": " + SuggestionText.quoted(attribute.getValue()))
                    .collect(Collectors.joining(", ", "attributes: { ", " }")));
        }
    }
}
