package io.truenorth.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.schemas.AvroTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * Checks that the generated documents match catalogue and schemas; with {@code truenorth.write-docs} it writes them.
 */
class ContractDocsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String COMMAND = "mvn -pl schemas -am test -Dtest=ContractDocsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtruenorth.write-docs=true";

    @Test
    void contractsPageIsInStep() throws IOException {
        assertInStep("contracts.md", ContractsPage.render());
    }

    @Test
    void asyncApiDocumentIsInStep() throws IOException {
        assertInStep("asyncapi.yaml", AsyncApiDocument.render());
    }

    @Test
    void everyRecordAndFieldIsDocumented() {
        List<String> undocumented = new ArrayList<>();
        AvroTopics.all()
                .map(AvroTopics::currentSchema)
                .forEach(schema -> AvroTypes.namedTypes(schema)
                        .values()
                        .forEach(type -> undocumented.addAll(undocumentedParts(type))));

        assertThat(undocumented).isEmpty();
    }

    private static List<String> undocumentedParts(Schema type) {
        List<String> parts = new ArrayList<>();
        if (type.getDoc() == null) {
            parts.add(type.getName());
        }
        if (type.getType() == Schema.Type.RECORD) {
            type.getFields().stream()
                    .filter(field -> field.doc() == null)
                    .forEach(field -> parts.add(type.getName() + "." + field.name()));
        }
        return parts;
    }

    private static void assertInStep(String file, String rendered) throws IOException {
        Path path = DOCS.resolve(file);
        if (Boolean.getBoolean("truenorth.write-docs")) {
            Files.writeString(path, rendered);
        }
        assertThat(path)
                .as("docs/%s does not match catalogue and schemas; run:%n  %s%n", file, COMMAND)
                .exists();
        assertThat(Files.readString(path))
                .as("docs/%s does not match catalogue and schemas; run:%n  %s%n", file, COMMAND)
                .isEqualTo(rendered);
    }
}
