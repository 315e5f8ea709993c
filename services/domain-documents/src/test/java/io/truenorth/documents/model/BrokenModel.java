package io.truenorth.documents.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A broken document.
 *
 * @param name its name; that of the file, if it is one
 * @param content its bytes
 * @param kind who can refuse it
 * @param problems every problem, as {@code line:column: path: message}
 */
record BrokenModel(String name, byte[] content, Kind kind, List<String> problems) {

    /** Who can refuse a document. */
    enum Kind {
        /** It is not YAML, or more than plain YAML. */
        FORM,
        /** The schema refuses it, too. */
        SCHEMA,
        /** Only the reader refuses it, as a schema cannot. */
        READER
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<BrokenModel> all() {
        return Stream.concat(files(), generated());
    }

    static Stream<BrokenModel> files() {
        return Stream.of(
                file(
                        "unknown-key",
                        Kind.SCHEMA,
                        "4:25: dimensions.money.halflife: unknown key, did you mean halfLife?"
                                + " (known here: weight, halfLife, k)"),
                file(
                        "unknown-section",
                        Kind.SCHEMA,
                        "2:1: channels: unknown key (known here: id, version, pace, dimensions, risk, unknownKinds,"
                                + " kinds, kindGroups, answers, stages)"),
                file(
                        "misspelt-dimension",
                        Kind.SCHEMA,
                        "3:3: dimensions.engagment: unknown key, did you mean engagement? (known here: engagement,"
                                + " money, connectedness, reciprocity, sentiment, advocacy)"),
                file(
                        "misspelt-kind",
                        Kind.SCHEMA,
                        "3:3: kinds[\"Email Opened\"]: expected lower-case words joined by - or _, of up to 64"
                                + " characters, was \"Email Opened\", did you mean email_opened?"),
                file(
                        "misspelt-pace",
                        Kind.SCHEMA,
                        "2:1: pace: expected quick, standard, slow or a factor from 0.05 to 50.0, was \"slwo\", did"
                                + " you mean slow?"),
                file(
                        "negative-half-life",
                        Kind.SCHEMA,
                        "3:3: risk.halfLife: expected a duration such as 26w, 30d or 12h, was \"-4w\""),
                file(
                        "short-half-life",
                        Kind.READER,
                        "3:33: dimensions.engagement.halfLives[1]: expected a half-life from 1 hour to 1000 years, was"
                                + " 3540000 ms"),
                file(
                        "not-a-number",
                        Kind.SCHEMA,
                        "3:12: dimensions.money.k: expected a number, was \".nan\"",
                        "4:15: dimensions.advocacy.k: expected a number, was \".inf\""),
                file(
                        "huge-numbers",
                        Kind.SCHEMA,
                        "2:1: version: expected a whole number from 1 to 2147483647, was \"99999999999999999999\"",
                        "4:17: dimensions.engagement.weight: expected a number, was \"1e999\"",
                        "5:12: dimensions.money.k: expected a number above 0 and up to 1.0E15, was 1.0E30",
                        "6:15: dimensions.advocacy.halfLife: expected a half-life from 1 hour to 1000 years, was"
                                + " 604799999395200000 ms"),
                file(
                        "negative-weight",
                        Kind.SCHEMA,
                        "4:12: dimensions.money.weight: expected a number from 0.0 to 1000.0, was -0.2"),
                file(
                        "no-weight",
                        Kind.READER,
                        "2:1: dimensions: expected a weight above 0; a dimension that is not listed has none"),
                file(
                        "key-twice",
                        Kind.FORM,
                        "4:3: dimensions.money: expected every key once, was given on line 3 already",
                        "4:12: dimensions.money.weight: expected every key once, was given on line 3 already",
                        "5:1: id: expected every key once, was given on line 1 already"),
                file(
                        "alias",
                        Kind.FORM,
                        "4:13: dimensions.advocacy: expected the value itself, was the alias *same",
                        "5:22: dimensions.reciprocity[\"<<\"]: expected the value itself, was the alias *same",
                        "5:18: dimensions.reciprocity[\"<<\"]: unknown key (known here: weight, halfLife, k)"),
                file(
                        "alias-bomb",
                        Kind.FORM,
                        "1:1: a: unknown key (known here: id, version, pace, dimensions, risk, unknownKinds, kinds,"
                                + " kindGroups, answers, stages)",
                        "2:8: b[0]: expected the value itself, was the alias *a",
                        "2:12: b[1]: expected the value itself, was the alias *a",
                        "2:16: b[2]: expected the value itself, was the alias *a",
                        "2:1: b: unknown key (known here: id, version, pace, dimensions, risk, unknownKinds, kinds,"
                                + " kindGroups, answers, stages)",
                        "3:8: c[0]: expected the value itself, was the alias *b",
                        "3:12: c[1]: expected the value itself, was the alias *b",
                        "3:1: c: unknown key (known here: id, version, pace, dimensions, risk, unknownKinds, kinds,"
                                + " kindGroups, answers, stages)",
                        "4:5: id: expected the value itself, was the alias *c"),
                file(
                        "tag",
                        Kind.FORM,
                        "1:5: id: expected a value without a tag, was tagged \"tag:yaml.org,2002:javax.script.ScriptEng…\""),
                file(
                        "tab",
                        Kind.FORM,
                        "3:1: expected YAML: while scanning for the next token, found character '\\t(TAB)' that cannot"
                                + " start any token. (Do not use \\t(TAB) for indentation)"),
                file("two-documents", Kind.FORM, "3:1: expected one document, a second one begins here"),
                file("empty", Kind.FORM, "0:0: expected a map, was nothing"),
                file("list-at-the-root", Kind.SCHEMA, "1:1: expected a map, was a list"),
                file(
                        "wrong-types",
                        Kind.SCHEMA,
                        "1:1: id: expected a text, was a list",
                        "2:1: version: expected a whole number from 1 to 2147483647, was \"two\"",
                        "3:15: dimensions.money: expected a map, was \"3\"",
                        "3:38: dimensions.sentiment.mean: expected a number, was \"high\"",
                        "4:1: kinds: expected a map, was a list",
                        "5:11: stages.engaged: expected a map, was \"25\""),
                file(
                        "wrong-version",
                        Kind.SCHEMA,
                        "2:1: version: expected a whole number from 1 to 2147483647, was \"1.5\""),
                file(
                        "passive-and-leaving",
                        Kind.SCHEMA,
                        "3:34: kinds.unsubscribed.leaving: expected a kind that is passive or leaving, not both",
                        "4:13: kinds.refund.passive: expected true or false, was \"yes\"",
                        "5:20: kinds.referral_made.points: expected a number from 0.0 to 1000.0, was 1001.0",
                        "6:1: unknownKinds: expected one of engage, refuse, was \"ignore\""),
                file(
                        "kind-in-two-groups",
                        Kind.READER,
                        "5:35: kindGroups.parcels.kinds[1]: expected every kind once, was listed before",
                        "6:22: kindGroups.refunds.kinds[0]: expected every kind once, was listed before"),
                file(
                        "overlapping-stages",
                        Kind.READER,
                        "3:16: stages.committed.up: expected at least 25.0, the limit of the stage below, was 20.0",
                        "3:24: stages.committed.down: expected at least 18.0, the limit of the stage below, was 15.0",
                        "4:20: stages.loyal.down: expected points of at least 0.000001 and up to the entry limit,"
                                + " 60.0, was 61.0"),
                file(
                        "stages-out-of-range",
                        Kind.SCHEMA,
                        "3:22: stages.engaged.down: expected points of at least 0.000001 and up to the entry limit,"
                                + " 25.0, was 0.0",
                        "4:15: stages.advocate.up: expected a number from 0.0 to 100.0, was 101.0",
                        "4:24: stages.advocate.massDown: expected a mass from 0 to the entry limit, 1.0, was 2.0",
                        "4:37: stages.advocate.maxRisk: expected a number from 0.0 to 1.0, was 30.0"),
                file(
                        "gap-between-answers",
                        Kind.SCHEMA,
                        "5:25: answers.stars[1].sentiment: expected a whole number from -1 to 1, was \"2\"",
                        "5:9: answers.stars[1].from: expected 3, the first number after the previous range, was 4",
                        "6:3: answers.nps: expected at least one range of answers"),
                file("no-id", Kind.SCHEMA, "1:1: id: expected, but missing"),
                file(
                        "not-closed",
                        Kind.FORM,
                        "3:1: expected YAML: while parsing a flow mapping, expected ',' or '}', but got <scalar>"),
                file("wrong-indentation", Kind.FORM, "4:15: expected YAML: mapping values are not allowed here"));
    }

    private static Stream<BrokenModel> generated() {
        return Stream.of(
                generated("too long", "id: " + "x".repeat(1 << 20), "0:0: expected up to 1 MiB, is larger"),
                generated("nested deeply", "[".repeat(60), "1:52: expected YAML: nested deeper than 50 levels"),
                generated(
                        "too many values",
                        "id: x\nkinds:\n" + "  - x\n".repeat(20_000),
                        "20000:5: kinds[19997]: expected up to 20000 values, was one more"),
                generated("NUL", "id: x\u0000", "1:1: expected YAML: special characters are not allowed"),
                generated(
                        "UTF-16",
                        "id: shop",
                        StandardCharsets.UTF_16,
                        "1:1: expected text in UTF-8, was UTF-16: save the file as UTF-8"),
                generated(
                        "Latin-1",
                        "version: 1\nid: Geschäft",
                        StandardCharsets.ISO_8859_1,
                        "2:10: expected text in UTF-8, was other bytes"));
    }

    private static BrokenModel file(String name, Kind kind, String... problems) {
        try (InputStream in =
                Objects.requireNonNull(BrokenModel.class.getResourceAsStream("broken/" + name + ".yaml"), name)) {
            return new BrokenModel(name, in.readAllBytes(), kind, List.of(problems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrokenModel generated(String name, String content, String... problems) {
        return generated(name, content, StandardCharsets.UTF_8, problems);
    }

    private static BrokenModel generated(String name, String content, Charset charset, String... problems) {
        return new BrokenModel(name, content.getBytes(charset), Kind.FORM, List.of(problems));
    }
}
