package io.truenorth.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    enum Mode {
        QUICK_START,
        CAREFUL
    }

    record Kitchen(
            String name,
            int cooks,
            long fridge,
            Duration patience,
            boolean open,
            Mode mode,
            List<String> menu,
            Map<String, String> prices,
            Optional<Secret> recipe) {

        static Kitchen read(ConfigSection root) {
            ConfigSection section = root.section("gateway").section("kitchen");
            return new Kitchen(
                    section.text("name", "Anna's", "What it is called."),
                    section.integer("cooks", 2, 1, 20, "Cooks."),
                    section.size("fridgeSize", 1 << 20, 1024, 1 << 30, "What fits."),
                    section.duration(
                            "patience", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofHours(1), "Wait."),
                    section.bool("open", true, "Whether it is open."),
                    section.choice("mode", Mode.class, Mode.CAREFUL, "How it works."),
                    section.texts("menu", List.of("soup"), "What there is."),
                    section.textsByName("prices", "What it costs."),
                    section.secret("recipe", "Not for you."));
        }
    }

    @TempDir
    private Path folder;

    @Test
    void defaultsStandWhereNothingIsSaid() {
        Kitchen kitchen = Configuration.read(ConfigSources.none(), Kitchen::read);

        assertThat(kitchen)
                .isEqualTo(new Kitchen(
                        "Anna's",
                        2,
                        1 << 20,
                        Duration.ofMinutes(5),
                        true,
                        Mode.CAREFUL,
                        List.of("soup"),
                        Map.of(),
                        Optional.empty()));
    }

    @Test
    void everyKeyIsReadFromTheFile() throws IOException {
        Kitchen kitchen = Configuration.read(ConfigSources.of(file("""
                                gateway:
                                  kitchen:
                                    name: Bob's
                                    cooks: 3
                                    fridgeSize: 64KiB
                                    patience: 90s
                                    open: false
                                    mode: quick-start
                                    menu: [fish, cake]
                                    prices: {fish: 12, cake: 3}
                                    recipe: salt
                                """), Map.of()), Kitchen::read);

        assertThat(kitchen).isEqualTo(bobs());
    }

    @Test
    void everyKeyIsReadFromTheEnvironment() {
        Kitchen kitchen = Configuration.read(
                ConfigSources.of(Map.of(
                        "TRUENORTH_GATEWAY_KITCHEN_NAME", "Bob's",
                        "TRUENORTH_GATEWAY_KITCHEN_COOKS", "3",
                        "TRUENORTH_GATEWAY_KITCHEN_FRIDGE_SIZE", "64KiB",
                        "TRUENORTH_GATEWAY_KITCHEN_PATIENCE", "90s",
                        "TRUENORTH_GATEWAY_KITCHEN_OPEN", "false",
                        "TRUENORTH_GATEWAY_KITCHEN_MODE", "quick-start",
                        "TRUENORTH_GATEWAY_KITCHEN_MENU", "fish, cake",
                        "TRUENORTH_GATEWAY_KITCHEN_PRICES", "fish=12, cake=3",
                        "TRUENORTH_GATEWAY_KITCHEN_RECIPE", "salt")),
                Kitchen::read);

        assertThat(kitchen).isEqualTo(bobs());
    }

    private static Kitchen bobs() {
        return new Kitchen(
                "Bob's",
                3,
                64 << 10,
                Duration.ofSeconds(90),
                false,
                Mode.QUICK_START,
                List.of("fish", "cake"),
                Map.of("fish", "12", "cake", "3"),
                Optional.of(new Secret("salt")));
    }

    @Test
    void theEnvironmentBeatsTheFileAndTheFileTheDefaults() throws IOException {
        Path file = file("gateway: {kitchen: {name: file, cooks: 3}}");

        Kitchen kitchen = Configuration.read(
                ConfigSources.of(file, Map.of("TRUENORTH_GATEWAY_KITCHEN_NAME", "environment", "PATH", "/bin")),
                Kitchen::read);

        assertThat(kitchen.name()).isEqualTo("environment");
        assertThat(kitchen.cooks()).isEqualTo(3);
        assertThat(kitchen.patience()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theEnvironmentNamesTheFile() throws IOException {
        Path file = file("gateway: {kitchen: {name: file}}");

        Kitchen kitchen =
                Configuration.read(ConfigSources.of(Map.of("TRUENORTH_CONFIG", file.toString())), Kitchen::read);

        assertThat(kitchen.name()).isEqualTo("file");
    }

    @Test
    void anEmptyVariableIsNone() {
        Kitchen kitchen =
                Configuration.read(ConfigSources.of(Map.of("TRUENORTH_GATEWAY_KITCHEN_COOKS", "")), Kitchen::read);

        assertThat(kitchen.cooks()).isEqualTo(2);
    }

    @Test
    void allThatIsWrongIsToldAtOnceByItsPath() throws IOException {
        Path file = file("""
                gateway:
                  kitchen:
                    cooks: 0
                    patience: 2h
                    fridge-size: 1MiB
                kafak: {}
                """);

        InvalidConfigException failure = catchThrowableOfType(
                InvalidConfigException.class,
                () -> Configuration.read(
                        ConfigSources.of(
                                file,
                                Map.of(
                                        "TRUENORTH_GATEWAY_KITCHEN_MODE", "lazy",
                                        "TRUENORTH_GATEWAY_KITCHEN_FRIDGE_SIZE", "big",
                                        "TRUENORTH_GATWAY_KITCHEN_OPEN", "true")),
                        Kitchen::read));

        assertThat(failure.problems())
                .anyMatch(line ->
                        line.contains(":3: gateway.kitchen.cooks: expected a whole number from 1 to 20, was \"0\""))
                .anyMatch(line ->
                        line.contains(":4: gateway.kitchen.patience: expected a duration from 1s to 1h, was 2h"))
                .anyMatch(line -> line.contains(":5: gateway.kitchen.fridge-size: unknown key")
                        && line.contains("did you mean fridgeSize?"))
                .anyMatch(line -> line.contains(":6: kafak: unknown key"))
                .contains(
                        "environment: TRUENORTH_GATEWAY_KITCHEN_MODE: expected one of quick-start, careful, was \"lazy\"",
                        "environment: TRUENORTH_GATEWAY_KITCHEN_FRIDGE_SIZE: expected a number of bytes such as 64KiB, from"
                                + " 1KiB to 1GiB, was \"big\"",
                        "environment: TRUENORTH_GATWAY_KITCHEN_OPEN: unknown variable, did you mean"
                                + " TRUENORTH_GATEWAY_KITCHEN_OPEN?")
                .hasSize(7);
    }

    @Test
    void sectionsAndVariablesOfOtherServicesAreTheirs() throws IOException {
        Path file = file("{gateway: {kitchen: {name: file}}, streams: {threads: 2}}");

        Kitchen kitchen =
                Configuration.read(ConfigSources.of(file, Map.of("TRUENORTH_STREAMS_THREADS", "2")), Kitchen::read);

        assertThat(kitchen.name()).isEqualTo("file");
    }

    @Test
    void aMissingFileIsTold() {
        ConfigSources sources = ConfigSources.of(folder.resolve("none.yaml"), Map.of());

        assertThatThrownBy(() -> Configuration.read(sources, Kitchen::read))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("none.yaml: no such file");
    }

    @Test
    void secretsAreNotShown() throws IOException {
        Path file = file("gateway: {kitchen: {recipe: pepper, cooks: 99}}");
        Kitchen kitchen = Configuration.read(
                ConfigSources.of(Map.of("TRUENORTH_GATEWAY_KITCHEN_RECIPE", "pepper")), Kitchen::read);

        assertThat(kitchen.toString()).doesNotContain("pepper").contains("***");
        assertThatThrownBy(() -> Configuration.read(ConfigSources.of(file, Map.of()), Kitchen::read))
                .message()
                .doesNotContain("pepper");
    }

    @Test
    void aPairThatIsNoneIsToldByItsNumberOnly() {
        ConfigSources sources = ConfigSources.of(Map.of("TRUENORTH_GATEWAY_KITCHEN_PRICES", "fish=1,hush"));

        assertThatThrownBy(() -> Configuration.read(sources, Kitchen::read))
                .hasMessage(
                        "environment: TRUENORTH_GATEWAY_KITCHEN_PRICES: expected name=text pairs separated by commas,"
                                + " number 2 is none");
    }

    @Test
    void theKeysAreTheirDocumentation() {
        List<ConfigKey> keys = Configuration.keysOf(Kitchen::read);

        assertThat(keys)
                .contains(
                        new ConfigKey("gateway.kitchen.cooks", "whole number, 1 to 20", "2", "Cooks."),
                        new ConfigKey("gateway.kitchen.fridgeSize", "bytes, 1KiB to 1GiB", "1MiB", "What fits."),
                        new ConfigKey("gateway.kitchen.patience", "duration, 1s to 1h", "5m", "Wait."))
                .hasSize(9);
        assertThat(ConfigReference.table(keys))
                .contains(
                        "| `gateway.kitchen.fridgeSize`<br>`TRUENORTH_GATEWAY_KITCHEN_FRIDGE_SIZE` | bytes, 1KiB to 1GiB |"
                                + " `1MiB` | What fits. |\n");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("truenorth.yaml"), yaml);
    }
}
