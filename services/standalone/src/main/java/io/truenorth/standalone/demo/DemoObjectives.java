package io.truenorth.standalone.demo;

import io.truenorth.embedded.PrivateFiles;
import io.truenorth.standalone.SystemDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Example objectives of the simulated brand for one year, nine months of which have passed. */
final class DemoObjectives {
    private DemoObjectives() {}

    /** Writes them into the directory of a standalone system, unless the file exists. */
    static void writeTo(Path directory, LocalDate today) throws IOException {
        Path file = SystemDirectory.objectives(directory);
        if (SystemDirectory.mayBeOurs(directory) && !Files.exists(file)) {
            PrivateFiles.createDirectories(directory);
            PrivateFiles.create(file);
            Files.writeString(file, text(today.minusMonths(9), today.plusMonths(3)));
        }
    }

    private static String text(LocalDate from, LocalDate due) {
        return """
                # What the dashboard measures by (docs/dashboard.md). Read at the start.
                objectives:
                  - id: company
                    name: More advocates than detractors
                    owner: Board
                    metric: index
                    target: 3
                    from: %s
                    due: %s
                    children:
                      - {id: north, name: The north speaks for us, owner: Ada, scope: region=north, target: 3}
                      - {id: east, name: The east speaks for us, owner: Ben, scope: region=east, target: 3}
                      - {id: south, name: The south speaks for us, owner: Chris, scope: region=south, target: 5}
                      - {id: west, name: The west speaks for us, owner: Dana, scope: region=west, target: 5}
                  - id: relationships
                    name: Relationships grow deeper
                    owner: Customer success
                    metric: mean
                    target: 36
                    from: %s
                    due: %s
                    children:
                      - {id: basic, name: Basic customers come closer, owner: Eve, scope: tier=basic, target: 35}
                      - {id: premium, name: Premium customers stay close, owner: Finn, scope: tier=premium, target: 76}
                """.formatted(from, due, from, due);
    }
}
