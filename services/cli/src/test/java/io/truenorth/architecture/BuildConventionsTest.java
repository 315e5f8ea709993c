package io.truenorth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Versions stand once, in the root pom: a module names what it uses and never which version of it. */
class BuildConventionsTest {

    @TestFactory
    Stream<DynamicTest> modulesNameNoVersions() {
        List<Path> poms = Modules.roots().stream()
                .map(module -> module.resolve("pom.xml"))
                .toList();
        assertThat(poms).hasSizeGreaterThan(4);
        return poms.stream()
                .map(pom -> DynamicTest.dynamicTest(
                        pom.toString(),
                        () -> assertThat(versionsIn(pom))
                                .as("versions in %s; each belongs into the properties of the root pom", pom)
                                .isEmpty()));
    }

    @Test
    void readmeAndContributingNameEveryModule() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        String contributing = Files.readString(Path.of("../../CONTRIBUTING.md"));
        for (Path root : Modules.roots()) {
            String module =
                    Path.of("../..").toRealPath().relativize(root.toRealPath()).toString();
            assertThat(readme).as("the modules of README.md").contains("](" + module + ")");
            assertThat(contributing).as("the modules of CONTRIBUTING.md").contains("`" + module + "`");
        }
    }

    /** The launcher compiles no tests, and other modules depend on the jar all the same. */
    @Test
    void testJarsAreMadeEvenIfNoTestsAreCompiled() throws IOException {
        for (Path root : Modules.roots()) {
            String pom = Files.readString(root.resolve("pom.xml"));
            if (pom.contains("<goal>test-jar</goal>")) {
                assertThat(pom).as("%s/pom.xml", root).contains("<skip>false</skip>");
            }
        }
    }

    /** Every version element with a literal, but the parent's own. */
    private static List<String> versionsIn(Path pom) throws Exception {
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName("version");
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element version = (Element) elements.item(i);
            Node owner = version.getParentNode();
            boolean property = version.getTextContent().trim().startsWith("${");
            if (!owner.getNodeName().equals("parent") && !property) {
                versions.add(owner.getNodeName() + " " + version.getTextContent());
            }
        }
        return versions;
    }
}
