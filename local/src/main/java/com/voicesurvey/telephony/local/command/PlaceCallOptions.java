package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.ingest.config.OutboundSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The command that dials. */
@Command(
        name = "place-call",
        description = {
            "Registers a call attempt and has Twilio dial, with a callback URL that reports every"
                    + " step to ingest-api. The same --call-id is never dialled twice.%n",
            "From the environment: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, PUBLIC_BASE_URL (where"
                    + " Twilio reaches ingest-api) and, unless it is the one of `voicesurvey local`,"
                    + " DATABASE_URL.%n"
        })
final class PlaceCallOptions extends HelpOption implements Options {
    private static final String LOCAL_DATABASE =
            "postgresql://voicesurvey:voicesurvey@127.0.0.1:15432/voicesurvey";

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            required = true,
            description = "The number to dial, E.164.")
    private String to = "";

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            required = true,
            description = "Your Twilio number, E.164.")
    private String from = "";

    @Option(
            names = "--call-id",
            paramLabel = "ID",
            description = "The attempt's id. Default: a new one")
    private @Nullable String callId;

    @Option(
            names = "--campaign-id",
            paramLabel = "UUID",
            description = "A campaign that is there. Default: one for trying out, which is added")
    private @Nullable UUID campaignId;

    @Option(
            names = "--contact-id",
            paramLabel = "UUID",
            description =
                    "The contact; added where it is new. Default: the campaign's contact with that"
                            + " number")
    private @Nullable UUID contactId;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "What the dialogue speaks: ${COMPLETION-CANDIDATES}. Default: en")
    private Tongue language = Tongue.en;

    @Option(
            names = "--answer-url",
            paramLabel = "URL",
            description =
                    "Where Twilio asks what to say once somebody picks up. Default: ${DEFAULT-VALUE}")
    private URI answerUrl = URI.create("https://demo.twilio.com/docs/voice.xml");

    @Option(
            names = "--account",
            paramLabel = "SID",
            description = "Which of TWILIO_ACCOUNTS dials. Default: TWILIO_ACCOUNT_SID")
    private @Nullable String account;

    @SuppressWarnings("unused") // picocli names them as they are typed
    private enum Tongue {
        en(Language.EN),
        it(Language.IT);

        private final Language language;

        Tongue(Language language) {
            this.language = language;
        }
    }

    @Override
    public Arguments arguments(Map<String, String> environment) {
        OutboundSettings settings = settings(environment);
        UUID campaign = Objects.requireNonNullElseGet(campaignId, () -> named("place-call"));
        UUID contact = Objects.requireNonNullElseGet(contactId, () -> named(campaign + " " + to));
        String id = Objects.requireNonNullElseGet(callId, () -> "call-" + UUID.randomUUID());
        CallOrder order =
                new CallOrder(
                        new CallId(id),
                        new CampaignId(campaign),
                        new ContactId(contact),
                        to,
                        from,
                        language.language,
                        answerUrl,
                        account);
        String database =
                Objects.requireNonNullElse(
                        new Environment(environment).value("DATABASE_URL"), LOCAL_DATABASE);
        return new Arguments.PlaceCall(
                order, campaignId == null, settings, Databases.of("DATABASE_URL", database));
    }

    /** The same text, the same id. */
    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OutboundSettings settings(Map<String, String> environment) {
        try {
            return OutboundSettings.of(environment);
        } catch (InvalidConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
