package com.voicesurvey.telephony.ingest.telnyx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * The three ids as Telnyx carries them for us: it returns the {@code client_state} of a call with
 * each of its events, and signs it, which it does not do with the URL.
 */
final class ClientState {
    private ClientState() {}

    /** What a call is to be placed with: Base64 of a JSON object. */
    static String of(CallId call, CampaignId campaign, ContactId contact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("call_id", call.value());
            json.writeStringField("campaign_id", campaign.toString());
            json.writeStringField("contact_id", contact.toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Its fields; null where it is not of that form. */
    static @Nullable JsonFields read(String state) {
        try {
            return JsonFields.of(Base64.getDecoder().decode(state));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
