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
                # Objectives of the dashboard (docs/dashboard.md), read when it starts.
                objectives:
                  - id: company
                    name: More advocates than detractors
                    owner: Board
                    metric: index
                    target: 3
                    from: %s
                    due: %s
                    children:
                      - {id: north, name: More advocates in the north, owner: Ada, scope: region=north, target: 3}
                      - {id: east, name: More advocates in the east, owner: Ben, scope: region=east, target: 3}
                      - {id: south, name: More advocates in the south, owner: Chris, scope: region=south, target: 5}
                      - {id: west, name: More advocates in the west, owner: Dana, scope: region=west, target: 5}
                  - id: relationships
                    name: Deeper relationships
                    owner: Customer success
                    metric: mean
                    target: 36
                    from: %s
                    due: %s
                    children:
                      - {id: basic, name: Deeper relationships with basic customers, owner: Eve, scope: tier=basic, target: 35}
                      - {id: premium, name: Keep premium customers close, owner: Finn, scope: tier=premium, target: 76}
                """.formatted(from, due, from, due);
    }
}
