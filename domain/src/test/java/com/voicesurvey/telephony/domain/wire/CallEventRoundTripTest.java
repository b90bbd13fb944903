package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.event.Report;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is written is what is read, and what the published schema says. */
class CallEventRoundTripTest {
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void an_event_comes_back_as_it_was(
            @ForAll("reports") Report report, @ForAll("parameters") List<Parameter> parameters) {
        CallEvent event = report.event();

        byte[] value = CallEventEncoder.encode(event, parameters);

        assertThat(CallEventDecoder.decode(value)).isEqualTo(new DecodedValue.Event(event));
        assertThat(byName(CallEventDecoder.parameters(value))).isEqualTo(byName(parameters));
        assertThat(PublishedSchema.CALL_EVENT.violations(value)).isEmpty();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_report_of_unknown_status_comes_back_as_it_was(
            @ForAll("reports") Report report, @ForAll("parameters") List<Parameter> parameters) {
        byte[] value = CallEventEncoder.encodeUnknownStatus(report.header(), parameters);

        assertThat(CallEventDecoder.decode(value))
                .isEqualTo(new DecodedValue.UnknownStatus(report.header()));
        assertThat(byName(CallEventDecoder.parameters(value))).isEqualTo(byName(parameters));
        assertThat(PublishedSchema.CALL_EVENT.violations(value)).isEmpty();
    }

    @Test
    void half_a_surrogate_pair_does_not_make_a_value_unreadable() {
        CallEvent event =
                Report.of(EventType.FAILED).error(new ProviderError("1", "a\ud83d")).event();

        byte[] value =
                CallEventEncoder.encode(
                        event,
                        List.of(
                                new Parameter("\ud83d", "x\ude00y"),
                                new Parameter("\ude00", "😀")));

        assertThat(CallEventDecoder.decode(value))
                .isEqualTo(
                        new DecodedValue.Event(
                                Report.of(EventType.FAILED)
                                        .error(new ProviderError("1", "a\ufffd"))
                                        .event()));
        assertThat(CallEventDecoder.parameters(value))
                .containsExactly(
                        new Parameter("\ufffd", "x\ufffdy"), new Parameter("\ufffd", "😀"));
        assertThat(PublishedSchema.CALL_EVENT.violations(value)).isEmpty();
    }

    @Test
    void a_parameter_of_any_length_comes_back_as_it_was() {
        CallEvent event = Report.of(EventType.RINGING).event();
        List<Parameter> parameters =
                List.of(new Parameter("n".repeat(500_000), "v".repeat(500_000)));

        byte[] value = CallEventEncoder.encode(event, parameters);

        assertThat(CallEventDecoder.decode(value)).isEqualTo(new DecodedValue.Event(event));
        assertThat(CallEventDecoder.parameters(value)).isEqualTo(parameters);
    }

    @Provide
    Arbitrary<Report> reports() {
        return AnyReport.arbitrary();
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        return AnyReport.parameters();
    }

    /** The names in the order of their first value, each with its values in order. */
    private static List<Map.Entry<String, List<String>>> byName(List<Parameter> parameters) {
        Map<String, List<String>> byName =
                parameters.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Parameter::name,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Parameter::value, Collectors.toList())));
        return List.copyOf(byName.entrySet());
    }
}
