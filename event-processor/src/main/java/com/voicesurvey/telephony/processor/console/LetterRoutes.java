package com.voicesurvey.telephony.processor.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.fault.PhoneNumbers;
import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.deadletter.DeadLetters;
import com.voicesurvey.telephony.processor.deadletter.HeldLetter;
import com.voicesurvey.telephony.processor.deadletter.LetterFilter;
import com.voicesurvey.telephony.processor.deadletter.LetterPlaces;
import com.voicesurvey.telephony.processor.deadletter.LetterView;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.ops.OpsProblem;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;
import com.voicesurvey.telephony.processor.topic.Progress;
import com.voicesurvey.telephony.processor.topic.TopicSource;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Dead letters on the page. */
public final class LetterRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(LetterRoutes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 200;
    private static final int MOST_AT_ONCE = 500;

    private final Workbench workbench;
    private final SignIn signIn;

    public LetterRoutes(Workbench workbench, SignIn signIn) {
        this.workbench = workbench;
        this.signIn = signIn;
    }

    void addRoutes(RoutesConfig routes) {
        routes.get("/console/api/letters", context -> answer(context, this::list));
        routes.get("/console/api/letter", context -> answer(context, this::masked));
        routes.post("/console/api/letter", context -> answer(context, this::plain));
        routes.post(
                "/console/api/letters/redrive",
                context -> answer(context, work -> settle(work, "redriven", DeadLetters::redrive)));
        routes.post(
                "/console/api/letters/discard",
                context ->
                        answer(context, work -> settle(work, "discarded", DeadLetters::discard)));
    }

    /** A request, and the letters that it is about. */
    private record Work(Context context, DeadLetters letters) {}

    private record ShownHeader(String name, String value) {}

    private record ShownLetter(LetterView letter, List<ShownHeader> headers, String record) {}

    @FunctionalInterface
    private interface Settling {
        int settle(DeadLetters letters, List<HeldLetter> which);
    }

    private void list(Work work) {
        LetterFilter filter =
                new LetterFilter(
                        reason(work.context().queryParam("reason")),
                        blankless(work.context().queryParam("call_id")),
                        null,
                        null,
                        "true".equals(work.context().queryParam("all")));
        Queue<LetterView> latest = new PriorityQueue<>(LetterView.LATEST_FIRST.reversed());
        long[] found = {0};
        work.letters()
                .read(
                        filter,
                        Progress.NONE,
                        letter -> {
                            found[0]++;
                            latest.add(LetterView.of(letter));
                            if (latest.size() > SHOWN) {
                                latest.remove();
                            }
                        });
        work.context()
                .json(
                        Map.of(
                                "letters",
                                latest.stream().sorted(LetterView.LATEST_FIRST).toList(),
                                "found",
                                found[0]));
    }

    private void masked(Work work) {
        show(work, PhoneNumbers::masked);
    }

    private void plain(Work work) {
        LOG.warn(
                "The record of dead letter {} is shown whole to {}",
                LetterPlaces.text(LetterPlaces.parse(place(work.context()))),
                signIn.nameOf(work.context()));
        show(work, UnaryOperator.identity());
    }

    private static void show(Work work, UnaryOperator<String> shown) {
        HeldLetter letter = work.letters().find(LetterPlaces.parse(place(work.context())));
        if (letter == null) {
            refuse(work.context(), HttpStatus.NOT_FOUND, "There is no such dead letter.");
            return;
        }
        work.context()
                .json(
                        new ShownLetter(
                                LetterView.of(letter),
                                letter.record().headers().stream()
                                        .map(header -> shown(header, shown))
                                        .toList(),
                                shown.apply(text(letter.record().value()))));
    }

    private void settle(Work work, String what, Settling settling) {
        List<HeldLetter> which = new ArrayList<>();
        for (String place : places(work.context().body())) {
            HeldLetter letter = work.letters().find(LetterPlaces.parse(place));
            if (letter == null) {
                throw new IllegalArgumentException("There is no dead letter " + place + ".");
            }
            which.add(letter);
        }
        int settled = settling.settle(work.letters(), which);
        LOG.info("{} dead letters {} by {}", settled, what, signIn.nameOf(work.context()));
        work.context().json(Map.of("settled", settled, "before", which.size() - settled));
    }

    private void answer(Context context, Consumer<Work> work) {
        try (TopicSource topic = workbench.deadLetterTopic()) {
            work.accept(new Work(context, workbench.deadLetters(topic)));
        } catch (IllegalArgumentException e) {
            refuse(context, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (DatabaseUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The dead letters cannot be read: {}", Reason.of(e));
            refuse(
                    context,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Kafka does not answer, or has no topic of dead letters; try again shortly.");
        }
    }

    private static List<String> places(String body) {
        try {
            JsonNode places = JSON.readTree(body).path("places");
            if (!places.isArray() || places.isEmpty() || places.size() > MOST_AT_ONCE) {
                throw new IllegalArgumentException(
                        "Give places: 1 to " + MOST_AT_ONCE + " letters.");
            }
            List<String> texts = new ArrayList<>();
            places.forEach(place -> texts.add(place.asText()));
            return texts;
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is no JSON.", e);
        }
    }

    private static String place(Context context) {
        String place = context.queryParam("place");
        return place == null ? "" : place;
    }

    private static @Nullable DeadLetterReason reason(@Nullable String word) {
        return word == null || word.isBlank() ? null : DeadLetterReason.ofWireName(word);
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ShownHeader shown(MessageHeader header, UnaryOperator<String> shown) {
        return new ShownHeader(header.name(), shown.apply(text(header.value())));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void refuse(Context context, HttpStatus status, String detail) {
        new OpsProblem(status, detail).answer(context);
    }
}
