package com.voicesurvey.telephony.local.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class AotCacheTest {
    @TempDir Path folder;

    private AotCache cache;

    @BeforeEach
    void jar() throws IOException {
        cache = new AotCache(Files.createFile(folder.resolve("service.jar")));
    }

    @Test
    void it_lies_beside_its_jar() {
        assertThat(cache.file()).isEqualTo(folder.resolve("service.aot"));
        assertThat(cache.make()).containsExactly("-XX:AOTCacheOutput=" + cache.file());
    }

    @Test
    void it_is_used_once_it_is_there() throws IOException {
        assertThat(cache.use()).isEmpty();
        Files.createFile(cache.file());
        assertThat(cache.use()).containsExactly("-XX:AOTCache=" + cache.file());
    }

    @Test
    void that_of_an_older_jar_is_not_used() throws IOException {
        Files.createFile(cache.file());
        Files.setLastModifiedTime(cache.file(), FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(cache.jar(), FileTime.fromMillis(2_000));
        assertThat(cache.use()).isEmpty();
    }
}
