package com.voicesurvey.telephony.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Alerts and dashboard ask for metrics that there are: a wrong name draws and alerts nothing. */
class NamesTest {
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:ingest|telephony)_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern TAG = Pattern.compile("(\\w+)=~?\\\\*\"");
    private static final Path DASHBOARD = Path.of("deploy", "grafana", "telephony.json");
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

    @ParameterizedTest
    @ValueSource(strings = {"prometheus/alerts.yml", "grafana/telephony.json"})
    void every_name_and_tag_is_on_the_page(String file) {
        Set<String> known = new HashSet<>();
        for (Metric metric : MetricsPage.read()) {
            for (String name : Metric.seriesOf(metric)) {
                known.add(name);
                metric.tags().forEach(tag -> known.add(name + " " + tag));
                OF_THE_SCRAPE.forEach(tag -> known.add(name + " " + tag));
            }
        }
        Set<String> used = used(MetricsPage.text(Path.of("deploy", file)));

        assertThat(used).hasSizeGreaterThan(15);
        assertThat(known).containsAll(used);
    }

    @Test
    void every_panel_asks_the_chosen_data_source_for_something() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(MetricsPage.text(DASHBOARD));
        JsonNode variable = dashboard.at("/templating/list/0");
        assertThat(variable.path("type").asText()).isEqualTo("datasource");
        assertThat(variable.path("query").asText()).isEqualTo("prometheus");
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as(panel.path("title").asText()).isTrue();
            if (panel.path("type").asText().equals("row")) {
                continue;
            }
            assertThat(panel.path("targets")).isNotEmpty();
            for (JsonNode target : panel.path("targets")) {
                assertThat(target.at("/datasource/uid").asText())
                        .isEqualTo("${" + variable.path("name").asText() + "}");
                assertThat(target.path("expr").asText()).isNotBlank();
            }
        }
    }

    /** Names, and each name with each tag that is asked for in its braces. */
    private static Set<String> used(String text) {
        Set<String> used = new TreeSet<>();
        Matcher metric = METRIC.matcher(text);
        while (metric.find()) {
            used.add(metric.group(1));
            Matcher tag = TAG.matcher(metric.group(2) == null ? "" : metric.group(2));
            while (tag.find()) {
                used.add(metric.group(1) + " " + tag.group(1));
            }
        }
        return used;
    }
}
