package com.voicesurvey.telephony.ingest.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.PlacedCall;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Twilio's calls API through its SDK.
 *
 * <h2>Failure semantics</h2>
 *
 * A call is asked for once, never again by itself: Twilio has no key by which it would know a
 * repetition, and a second request would ring a second time. A 4xx is a refusal. Anything after
 * which Twilio may have taken the call on, such as a 5xx or a connection that breaks, is in doubt.
 */
final class TwilioCalls implements OutboundCalls {
    private static final List<String> EVENTS =
            List.of("initiated", "ringing", "answered", "completed");

    private static final int MOST_FOUND = 50;

    private final TwilioRestClient client;
    private final CallbackUrls callbackUrls;

    /**
     * @param http takes each request once; the SDK's own client repeats after a 5xx
     */
    TwilioCalls(String accountSid, String authToken, CallbackUrls callbackUrls, HttpClient http) {
        this.client = new TwilioRestClient.Builder(accountSid, authToken).httpClient(http).build();
        this.callbackUrls = callbackUrls;
    }

    @Override
    public PlacedCall place(CallOrder order) {
        try {
            Call call =
                    Call.creator(
                                    new PhoneNumber(order.to()),
                                    new PhoneNumber(order.from()),
                                    order.answerUrl())
                            .setStatusCallback(callbackUrls.of(order))
                            .setStatusCallbackEvent(EVENTS)
                            .setStatusCallbackMethod(HttpMethod.POST)
                            .create(client);
            return call.getSid() == null
                    ? new PlacedCall.InDoubt("Twilio answered without a CallSid")
                    : new PlacedCall.Accepted(new ProviderCallId(call.getSid()));
        } catch (ApiException e) {
            return isRefusal(e)
                    ? new PlacedCall.Refused(error(e), isRetryable(e))
                    : new PlacedCall.InDoubt(String.valueOf(e.getMessage()));
        } catch (TwilioException | IllegalArgumentException e) {
            return new PlacedCall.InDoubt(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Twilio lists the newest first, and keeps no note of ours with a call, so that two numbers and
     * a time are all there is to tell it by.
     */
    @Override
    public FoundCalls find(CallOrder order, Instant since) {
        // dates have whole seconds
        Instant from = since.truncatedTo(ChronoUnit.SECONDS);
        try {
            List<ProviderCallId> found = new ArrayList<>();
            for (Call call :
                    Call.reader()
                            .setTo(order.to())
                            .setFrom(order.from())
                            .limit(MOST_FOUND)
                            .read(client)) {
                Instant created = instant(call.getDateCreated());
                if (created == null || !created.isBefore(from)) {
                    found.add(new ProviderCallId(call.getSid()));
                }
            }
            return new FoundCalls.Found(found.reversed());
        } catch (TwilioException | IllegalArgumentException e) {
            return new FoundCalls.Unanswered(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public FetchedCall fetch(ProviderCallId id) {
        try {
            Call call = Call.fetcher(id.value()).fetch(client);
            String status = String.valueOf(call.getStatus());
            EventType type = TwilioCallback.eventType(status);
            return new FetchedCall.Known(
                    id,
                    status,
                    type != null && type.stage() == CallStage.ENDED ? type : null,
                    instant(call.getStartTime()),
                    instant(call.getEndTime()),
                    seconds(call.getDuration()));
        } catch (ApiException e) {
            if (!isRefusal(e)) {
                return new FetchedCall.Unreachable(String.valueOf(e.getMessage()));
            }
            return e.getStatusCode() == 404
                    ? new FetchedCall.Unknown(id)
                    : new FetchedCall.Refused(error(e), isRetryable(e));
        } catch (TwilioException | IllegalArgumentException e) {
            return new FetchedCall.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRefusal(ApiException e) {
        Integer status = e.getStatusCode();
        return status != null && status >= 400 && status < 500;
    }

    /**
     * Too many requests, or a token that is wrong until somebody mends it; everything else that is
     * refused would be refused again.
     */
    private static boolean isRetryable(ApiException e) {
        return List.of(401, 403, 429).contains(e.getStatusCode());
    }

    private static ProviderError error(ApiException e) {
        Integer code = e.getCode();
        String message = e.getMessage();
        return new ProviderError(
                code == null ? "http_" + e.getStatusCode() : code.toString(),
                message == null ? null : ErrorText.message(message));
    }

    private static @Nullable Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Duration seconds(@Nullable String text) {
        return text == null || !text.matches("\\d{1,9}")
                ? null
                : Duration.ofSeconds(Long.parseLong(text));
    }
}
