package com.voicesurvey.telephony.local.bench.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.security.RequestValidator;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import io.javalin.Javalin;
import io.javalin.http.Context;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * The same service as most teams would write it: parameters in a map, Twilio's {@code
 * RequestValidator}, Jackson, and a producer that is waited for. No duplicate cache, no spool, no
 * limits, no metrics.
 */
public final class PlainIngest {
    private static final Map<String, String> EVENT_TYPES =
            Map.of(
                    "initiated", "call.initiated",
                    "ringing", "call.ringing",
                    "in-progress", "call.answered",
                    "completed", "call.completed",
                    "busy", "call.busy",
                    "no-answer", "call.no_answer",
                    "failed", "call.failed",
                    "canceled", "call.canceled");

    private final ObjectMapper json = new ObjectMapper();
    private final String publicBase = variable("PUBLIC_BASE_URL");
    private final RequestValidator validator = new RequestValidator(variable("TWILIO_AUTH_TOKEN"));
    private final Producer<String, CloudEvent> producer;

    private PlainIngest() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, variable("KAFKA_BOOTSTRAP_SERVERS"));
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, CloudEventSerializer.class);
        String linger = System.getenv("LINGER_MS");
        if (linger != null) {
            properties.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        }
        producer = new KafkaProducer<>(properties);
    }

    public static void main(String[] args) {
        PlainIngest plain = new PlainIngest();
        Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.concurrency.useVirtualThreads = true;
                            config.routes.post("/webhooks/telephony/events", plain::take);
                            config.routes.get(
                                    "/health/ready",
                                    context -> {
                                        plain.producer.partitionsFor("call-events");
                                        context.result("ok");
                                    });
                        })
                .start("127.0.0.1", Integer.parseInt(variable("HTTP_PORT")));
    }

    private void take(Context context)
            throws JsonProcessingException, ExecutionException, InterruptedException {
        Map<String, String> form = new HashMap<>();
        context.formParamMap().forEach((name, values) -> form.put(name, values.getFirst()));
        String url = publicBase + context.path() + "?" + context.queryString();
        String signature = context.header("X-Twilio-Signature");
        if (signature == null || !validator.validate(url, form, signature)) {
            context.status(403).json(Map.of("detail", "invalid signature"));
            return;
        }
        String callId = context.queryParam("call_id");
        String campaignId = context.queryParam("campaign_id");
        String contactId = context.queryParam("contact_id");
        String type = EVENT_TYPES.get(form.getOrDefault("CallStatus", ""));
        if (callId == null || campaignId == null || contactId == null || type == null) {
            context.status(400).json(Map.of("detail", "missing parameters"));
            return;
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("schema_version", 1);
        event.put("event_type", type);
        event.put("call_id", callId);
        event.put("campaign_id", UUID.fromString(campaignId).toString());
        event.put("contact_id", UUID.fromString(contactId).toString());
        event.put("provider", "twilio");
        event.put("provider_call_id", form.get("CallSid"));
        event.put("provider_status", form.get("CallStatus"));
        event.put("sequence_number", form.get("SequenceNumber"));
        event.put("provider_time", form.get("Timestamp"));
        event.put("received_at", OffsetDateTime.now(ZoneOffset.UTC).toString());
        event.put("parameters", form);
        CloudEvent message =
                CloudEventBuilder.v1()
                        .withId(type + "/" + form.get("CallSid") + "/" + callId)
                        .withType(type)
                        .withSource(URI.create("/telephony/twilio"))
                        .withSubject(callId)
                        .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                        .withData("application/json", json.writeValueAsBytes(event))
                        .build();
        producer.send(new ProducerRecord<>("call-events", callId, message)).get();
        context.json(Map.of("status", "processed", "call_id", callId, "event_type", type));
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
