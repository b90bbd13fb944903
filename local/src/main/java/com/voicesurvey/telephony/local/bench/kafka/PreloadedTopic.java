package com.voicesurvey.telephony.local.bench.kafka;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;
import com.voicesurvey.telephony.local.bench.traffic.CallKind;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Callbacks;
import com.voicesurvey.telephony.local.bench.traffic.Report;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.testbed.twilio.CallIds;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Puts events on the topic as ingest-api does, without the way over HTTP. For one thread. */
public final class PreloadedTopic {
    private static final int CHECK_EVERY = 10_000;

    private final TwilioProvider twilio = TwilioProvider.forCallbacks();
    private final CallNames names = new CallNames();
    private final Instant now = Instant.now();

    private PreloadedTopic() {}

    /**
     * Writes the events of those reports, in their order, and returns when all are acknowledged.
     */
    public static void write(String bootstrapServers, long[] codes, StopSignal stop) {
        PreloadedTopic topic = new PreloadedTopic();
        try (var producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "linger.ms",
                                20,
                                "batch.size",
                                131_072),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (long code : codes) {
                sent.add(producer.send(topic.record(Report.of(code))));
                if (sent.size() == CHECK_EVERY) {
                    stop.check();
                    sent.forEach(PreloadedTopic::acknowledged);
                    sent.clear();
                }
            }
            sent.forEach(PreloadedTopic::acknowledged);
        }
    }

    /** The partition that an event of that call is on, as Kafka's producer chooses it. */
    public static int partition(CallNames names, long call) {
        byte[] key = names.callId(call).toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % BenchKafka.PARTITIONS;
    }

    private ProducerRecord<byte[], byte[]> record(Report report) {
        CallIds ids =
                new CallIds(
                        names.callId(report.call()).toString(),
                        CallNames.CAMPAIGN,
                        names.contactId(report.call()),
                        "CA" + names.sidDigits(report.call()));
        var callback = Callbacks.of(CallKind.of(report.call()), report.step(), ids, now);
        RawRequest request =
                new RawRequest(
                        "POST",
                        Callbacks.pathAndQuery(ids),
                        _ -> List.of(),
                        new byte[0],
                        List.of(
                                new Parameter("call_id", ids.callId()),
                                new Parameter("campaign_id", ids.campaignId().toString()),
                                new Parameter("contact_id", ids.contactId().toString())),
                        callback.fields().stream()
                                .map(field -> new Parameter(field.name(), field.value()))
                                .toList());
        if (twilio.parse(request, now) instanceof ParsedCallback.Event parsed) {
            return record(parsed);
        }
        throw new IllegalStateException("no event: " + callback);
    }

    /** As ingest-api's {@code CallEventRecords} does it. */
    private static ProducerRecord<byte[], byte[]> record(ParsedCallback.Event parsed) {
        var header = parsed.event().header();
        CloudEvent event =
                CloudEventBuilder.v1()
                        .withId(parsed.event().key().asText())
                        .withType(parsed.event().type().wireName())
                        .withSource(CloudEventNames.providerSource(header.provider()))
                        .withSubject(header.callId().value())
                        .withTime(header.occurredAt().atOffset(ZoneOffset.UTC))
                        .withData(
                                "application/json",
                                CloudEventNames.CALL_EVENT_SCHEMA,
                                CallEventEncoder.encode(parsed.event(), parsed.parameters()))
                        .build();
        byte[] key = header.callId().value().getBytes(StandardCharsets.UTF_8);
        return KafkaMessageFactory.createWriter(Topics.CALL_EVENTS, key).writeBinary(event);
    }

    private static void acknowledged(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("the topic could not be filled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
