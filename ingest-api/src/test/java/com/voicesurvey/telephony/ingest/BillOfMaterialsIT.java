package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The CycloneDX document that is built with the jar. */
class BillOfMaterialsIT {
    @Test
    void it_names_every_library_that_is_shipped_with_its_version() throws Exception {
        JsonNode document =
                new ObjectMapper()
                        .readTree(Files.readString(Path.of("target", "ingest-api.cdx.json")));
        assertThat(document.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(document.at("/metadata/component/name").asText()).isEqualTo("ingest-api");
        Set<String> named =
                StreamSupport.stream(document.path("components").spliterator(), false)
                        .map(c -> c.path("name").asText() + "-" + c.path("version").asText())
                        .collect(Collectors.toSet());
        assertThat(shipped())
                .hasSizeGreaterThan(20)
                .allSatisfy(jar -> assertThat(named).anyMatch(jar::startsWith));
    }

    private static List<String> shipped() throws IOException {
        try (var jars = Files.list(Path.of("target", "lib"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }
}
