package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.call.CallOutcome;
import com.voicesurvey.telephony.domain.call.ContactState;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;

import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A domain enum beside the database enum of the same literals. That each has every literal of the
 * other is checked when the class is loaded.
 */
record EnumColumns<D extends Enum<D>, C extends Enum<C> & EnumType>(
        Map<D, C> toColumn, Map<C, D> ofColumn) {

    static final EnumColumns<EventType, com.voicesurvey.telephony.processor.db.enums.CallEventType>
            EVENT_TYPE =
                    pair(
                            EventType.class,
                            com.voicesurvey.telephony.processor.db.enums.CallEventType.class,
                            EventType::wireName);
    static final EnumColumns<CallStage, com.voicesurvey.telephony.processor.db.enums.CallStage>
            STAGE =
                    pair(
                            CallStage.class,
                            com.voicesurvey.telephony.processor.db.enums.CallStage.class,
                            EnumColumns::lowerCase);
    static final EnumColumns<CallOutcome, com.voicesurvey.telephony.processor.db.enums.CallOutcome>
            OUTCOME =
                    pair(
                            CallOutcome.class,
                            com.voicesurvey.telephony.processor.db.enums.CallOutcome.class,
                            EnumColumns::lowerCase);
    static final EnumColumns<
                    ContactState, com.voicesurvey.telephony.processor.db.enums.ContactState>
            CONTACT_STATE =
                    pair(
                            ContactState.class,
                            com.voicesurvey.telephony.processor.db.enums.ContactState.class,
                            EnumColumns::lowerCase);
    static final EnumColumns<
                    Disposition, com.voicesurvey.telephony.processor.db.enums.EventDisposition>
            DISPOSITION =
                    pair(
                            Disposition.class,
                            com.voicesurvey.telephony.processor.db.enums.EventDisposition.class,
                            EnumColumns::lowerCase);

    @Nullable C column(@Nullable D value) {
        return value == null ? null : toColumn.get(value);
    }

    @Nullable D domain(@Nullable C value) {
        return value == null ? null : ofColumn.get(value);
    }

    private static <D extends Enum<D>, C extends Enum<C> & EnumType> EnumColumns<D, C> pair(
            Class<D> domain, Class<C> column, Function<D, String> literal) {
        Map<D, C> to = new EnumMap<>(domain);
        Map<C, D> of = new EnumMap<>(column);
        for (D value : domain.getEnumConstants()) {
            C match =
                    Arrays.stream(column.getEnumConstants())
                            .filter(c -> c.getLiteral().equals(literal.apply(value)))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "no column literal for " + value));
            to.put(value, match);
            of.put(match, value);
        }
        if (of.size() != column.getEnumConstants().length) {
            throw new IllegalStateException(
                    column.getSimpleName() + " has literals that no value stands for");
        }
        return new EnumColumns<>(Map.copyOf(to), Map.copyOf(of));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
