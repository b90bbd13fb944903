package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.voicesurvey.telephony.domain.BoundedText;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whatever event can be made is read as it was written. */
@Timeout(20)
class CallEventCodecFuzzTest {
    private static final String ESCAPED = "an escaped character takes at most six bytes";

    @FuzzTest
    void an_event_comes_back_as_it_was(FuzzedDataProvider data) {
        CallEvent event = event(data);
        List<Parameter> parameters = new ArrayList<>();
        int characters = 0;
        while (data.remainingBytes() > 0 && parameters.size() < 2000) {
            Parameter parameter = new Parameter(data.consumeString(40), data.consumeString(200));
            characters += parameter.name().length() + parameter.value().length() + 2;
            parameters.add(parameter);
        }

        byte[] value = CallEventEncoder.encode(event, parameters);

        assertThat(value).as(ESCAPED).hasSizeLessThan(16_384 + 6 * characters);
        assertThat(CallEventDecoder.decode(value)).isEqualTo(new DecodedValue.Event(event));
        assertThat(CallEventDecoder.parameters(value)).hasSameSizeAs(parameters);
    }

    private static CallEvent event(FuzzedDataProvider data) {
        EventHeader header =
                new EventHeader(
                        new CallId(id(data)),
                        new CampaignId(new UUID(data.consumeLong(), data.consumeLong())),
                        new ContactId(new UUID(data.consumeLong(), data.consumeLong())),
                        "twilio",
                        new ProviderCallId(id(data)),
                        data.consumeBoolean() ? new ProviderCallId(id(data)) : null,
                        id(data),
                        data.consumeBoolean() ? instant(data) : null,
                        data.consumeBoolean() ? data.consumeInt(0, Integer.MAX_VALUE) : null,
                        data.consumeBoolean() ? data.pickValue(AnsweredBy.values()) : null,
                        instant(data));
        Duration duration =
                data.consumeBoolean()
                        ? Duration.ofSeconds(data.consumeInt(0, Integer.MAX_VALUE))
                        : null;
        return CallEvent.of(data.pickValue(EventType.values()), header, duration, error(data));
    }

    private static @Nullable ProviderError error(FuzzedDataProvider data) {
        if (!data.consumeBoolean()) {
            return null;
        }
        String code = data.consumeString(20);
        String message = wellFormed(data.consumeString(300)).replace("\0", "");
        return new ProviderError(
                BoundedText.problem("code", code, 100) == null ? code : "13224",
                data.consumeBoolean() ? message : null);
    }

    private static Instant instant(FuzzedDataProvider data) {
        return Instant.ofEpochSecond(
                data.consumeLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                data.consumeInt(0, 999_999_999));
    }

    private static String id(FuzzedDataProvider data) {
        String text = data.consumeString(255);
        return BoundedText.problem("id", text, BoundedText.ID_LENGTH) == null ? text : "CA1";
    }

    /** Half a surrogate pair is written as another character on purpose. */
    private static String wellFormed(String text) {
        return text.replaceAll("\\p{Cs}", "?");
    }
}
