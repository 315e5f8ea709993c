package io.truenorth.documents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentProblem;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.relationship.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenModelTest {

    static Stream<BrokenModel> documents() {
        return BrokenModel.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyProblemIsToldWithItsPlaceAndWhatToDo(BrokenModel broken) {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> ScoringModelDocument.read(Document.of("model.yaml", broken.content())))
                .satisfies(e -> assertThat(e.problems().stream().map(BrokenModelTest::text))
                        .containsExactlyElementsOf(broken.problems()));
    }

    @Test
    void everyFileIsTested() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/truenorth/documents/model/broken"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .hasSizeGreaterThanOrEqualTo(20)
                    .containsExactlyInAnyOrderElementsOf(
                            BrokenModel.files().map(BrokenModel::name).toList());
        }
    }

    @Test
    void aByteOrderMarkAndAnAnchorWithoutAliasAreNoProblems() {
        assertThat(read("\ufeffid: &name shop").id()).isEqualTo("shop");
    }

    @Test
    void aKindThatIsProbablyMisspeltIsWarnedOf() {
        assertThat(warnings("id: shop\nunknownKinds: refuse\nkinds:\n  referal_made: { points: 1 }\n  purchase: {}\n"))
                .containsExactly(
                        "4:3: kinds.referal_made: not a kind of the standard model, did you mean referral_made?");
        assertThat(warnings("id: shop\nkindGroups:\n  mail: { kinds: [email_opend], passive: true }\n"))
                .containsExactly(
                        "3:19: kindGroups.mail.kinds[0]: not a kind of the standard model, did you mean email_opened?");
        assertThat(warnings("id: shop\nunknownKinds: refuse\nkinds: { referral_made: {}, referal_made: {} }"))
                .isEmpty();
        assertThat(warnings("id: shop\nunknownKinds: refuse\nkinds: { order_completed: {}, email_clicked: {} }"))
                .isEmpty();
    }

    @Test
    void passiveAndLeavingKindsThatAListLeavesOutAreWarnedOf() {
        assertThat(warnings("id: shop\nkinds:\n  refund: { passive: true }\n"))
                .containsExactly(
                        "2:1: kinds: not listed, and therefore engagement, are kinds that are passive or leaving in"
                                + " the standard model: account_closed, ad_viewed, application_crashed and 25 more");
        assertThat(warnings(ScoringModelDocument.standardText())).isEmpty();
        assertThat(warnings("id: shop")).isEmpty();
    }

    private static List<String> warnings(String text) {
        Document document = Document.of("model.yaml", text.getBytes(StandardCharsets.UTF_8));
        ScoringModelDocument.read(document);
        return document.warnings().stream().map(BrokenModelTest::text).toList();
    }

    private static ScoringModel read(String text) {
        return ScoringModelDocument.read(Document.of("model.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(DocumentProblem problem) {
        return problem.line() + ":" + problem.column() + ": " + problem;
    }
}
