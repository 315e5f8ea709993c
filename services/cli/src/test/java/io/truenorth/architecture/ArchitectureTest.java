package io.truenorth.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.truenorth.service.ServiceProcess;
import io.truenorth.service.http.Endpoints;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which room may use which, where Maven's module borders cannot tell. Stands here, as this module is built last. */
class ArchitectureTest {

    private static final JavaClasses PROJECT = new ClassFileImporter().importPaths(Modules.classes());

    @Test
    void rulesMatchExistingPackages() {
        for (String room : List.of("relationship.score", "documents", "standalone", "cli", "schemas", "contract")) {
            assertThat(PROJECT.containPackage("io.truenorth." + room))
                    .as("package io.truenorth.%s", room)
                    .isTrue();
        }
    }

    @Test
    void theDomainDependsOnTheJdkAndJspecifyOnly() {
        classes()
                .that()
                .resideInAPackage("io.truenorth.relationship..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("io.truenorth.relationship..", "java.lang..", "java.util..", "java.math")
                                .or(resideInAnyPackage("java.time", "java.nio", "java.nio.charset", "java.security"))
                                .or(resideInAPackage("org.jspecify.annotations")))
                .because("the relationship model is usable alone: no Kafka, no Avro, no I/O, no framework")
                .check(PROJECT);
    }

    @Test
    void theDomainUsesNoClockAndNoRandomness() {
        noClasses()
                .that()
                .resideInAPackage("io.truenorth.relationship..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .because("a score is a pure function of ledger, model and time")
                .check(PROJECT);
    }

    @Test
    void contractsKnowNothingOfTheDomain() {
        noClasses()
                .that()
                .resideInAnyPackage("io.truenorth.schemas..", "io.truenorth.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.truenorth.relationship..")
                .because("records are mapped to the domain at the edge of the services, in one small class each")
                .check(PROJECT);
    }

    @Test
    void kafkaStreamsIsImportedByStreamsAndServiceKitAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.truenorth.streams..",
                        "io.truenorth.service..",
                        "io.truenorth.benchmarks..",
                        "org.apache.kafka.streams.state.internals")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams..")
                .because("topologies live in streams; service-kit watches their health; benchmarks compare")
                .check(PROJECT);
    }

    @Test
    void servicesNeverImportEachOther() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.truenorth.standalone..", "io.truenorth.cli..", "io.truenorth.benchmarks..")
                .should(new DependOnAnotherService())
                .because("services meet in topics; only standalone and the command line put them together")
                .check(PROJECT);
    }

    @Test
    void theServiceKitKnowsNothingOfTheDomain() {
        noClasses()
                .that()
                .resideInAnyPackage("io.truenorth.service..", "io.truenorth.documents")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.truenorth.relationship..",
                        "io.truenorth.identity..",
                        "io.truenorth.documents.history..",
                        "io.truenorth.documents.model..",
                        "io.truenorth.deployment..")
                .because("the kit would serve any service on Kafka; what is of this domain stands above it")
                .check(PROJECT);
    }

    @Test
    void onlyTheCommandLineAndBenchmarksUseTheStandaloneSystem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.truenorth.standalone..", "io.truenorth.cli..", "io.truenorth.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.truenorth.standalone..")
                .because("it composes everything else")
                .check(PROJECT);
    }

    @Test
    void noModuleUsesTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.truenorth.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.truenorth.cli..")
                .because("it is the top of the project")
                .check(PROJECT);
    }

    /** Generated records of the contracts bear the names of the domain that they carry. */
    @Test
    void noTwoTopLevelClassesShareASimpleName() {
        Map<String, List<String>> namesakes = PROJECT.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().equals("io.truenorth.contract"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, TreeMap::new, Collectors.mapping(JavaClass::getName, toList())));
        namesakes.values().removeIf(names -> names.size() == 1);
        assertThat(namesakes).as("one meaning, one name").isEmpty();
    }

    @Test
    void endpointsAnswerWithRecords() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Endpoints.class)
                .should()
                .haveRawReturnType(Map.class)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(equivalentTo(Map.class)))
                .because("a response is a record, which is compared with the OpenAPI document")
                .check(PROJECT);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.truenorth.(**)").should().beFreeOfCycles().check(PROJECT);
    }

    @Test
    void onlyTheCommandLineAndMainsPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.truenorth.cli..")
                .and()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .doNotHaveFullyQualifiedName(ServiceProcess.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("libraries and services tell by return values, exceptions, logs and metrics")
                .check(PROJECT);
    }
}
