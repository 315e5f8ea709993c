package io.truenorth.documents.history;

import io.truenorth.documents.Document;
import io.truenorth.relationship.model.ScoringModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Files as a mapping reads them, and the parts of mappings that most tests share. */
final class MappedFile {

    static final String TIME = "time: {column: t, format: epoch-seconds}\n";
    static final String EVENT = "channel: {constant: web}\nkind: {constant: visit}\ndirection: {constant: in}\n";
    static final String REST = TIME + "customer: {column: c}\n" + EVENT;

    private MappedFile() {}

    static HistoryMapping mapping(String text) {
        return HistoryMappingDocument.read(
                Document.of("m.yaml", text.getBytes(StandardCharsets.UTF_8)), ScoringModel.standard());
    }

    static HistoryFile file(byte[] content) {
        return new HistoryFile("h.csv", "h", () -> new ByteArrayInputStream(content));
    }

    static Recorder read(String mapping, byte[] content) {
        return Recorder.read(content, mapping(mapping), ScoringModel.standard());
    }

    static Recorder read(String mapping, String content) {
        return read(mapping, content.getBytes(StandardCharsets.UTF_8));
    }

    static Recorder read(String mapping, String content, String currency) throws UnusableHistoryException {
        Recorder recorder = new Recorder();
        new HistoryReader(
                        mapping(mapping),
                        ScoringModel.standard(),
                        CustomerNames.standard(),
                        new ReportingCurrency(currency, Map.of()),
                        Recorder.NOW)
                .read(file(content.getBytes(StandardCharsets.UTF_8)), recorder);
        return recorder;
    }
}
