package com.voicesurvey.telephony.domain.event;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * One thing that happened to a call: it moved on ({@link Progress}), it ended ({@link Terminal}),
 * or something became known of it that leaves it as it is ({@link MachineDetected}).
 */
public sealed interface CallEvent {
    EventHeader header();

    EventType type();

    default EventKey key() {
        return new EventKey(header().callId(), header().providerCallId(), type());
    }

    /**
     * An event of that type; what only an end can have is ignored on a progress.
     *
     * @throws IllegalArgumentException if an end's duration breaks {@link WholeSeconds}
     */
    static CallEvent of(
            EventType type,
            EventHeader header,
            @Nullable Duration duration,
            @Nullable ProviderError error) {
        return switch (type) {
            case INITIATED -> new Initiated(header);
            case RINGING -> new Ringing(header);
            case ANSWERED -> new Answered(header);
            case MACHINE_DETECTED -> new MachineDetected(header);
            case COMPLETED -> new Completed(header, duration, error);
            case NO_ANSWER -> new NoAnswer(header, duration, error);
            case BUSY -> new Busy(header, duration, error);
            case FAILED -> new Failed(header, duration, error);
            case CANCELED -> new Canceled(header, duration, error);
        };
    }

    /** The call is under way. */
    sealed interface Progress extends CallEvent {}

    /** The call is over. */
    sealed interface Terminal extends CallEvent {
        /**
         * How long the call lasted, as {@link WholeSeconds} allows (Twilio: {@code CallDuration}).
         */
        @Nullable Duration duration();

        @Nullable ProviderError error();
    }

    /** The provider took the call on, or queued it. */
    record Initiated(EventHeader header) implements Progress {
        @Override
        public EventType type() {
            return EventType.INITIATED;
        }
    }

    /** The telephone rings. */
    record Ringing(EventHeader header) implements Progress {
        @Override
        public EventType type() {
            return EventType.RINGING;
        }
    }

    /** Somebody, or something, picked up: the moment at which a dialogue starts. */
    record Answered(EventHeader header) implements Progress {
        @Override
        public EventType type() {
            return EventType.ANSWERED;
        }
    }

    /**
     * What the provider's answering-machine detection came to, after the answer: {@code answeredBy}
     * of the header.
     */
    record MachineDetected(EventHeader header) implements CallEvent {
        @Override
        public EventType type() {
            return EventType.MACHINE_DETECTED;
        }
    }

    /** The call was answered and hung up; what came of it is the dialogue's to say. */
    record Completed(EventHeader header, @Nullable Duration duration, @Nullable ProviderError error)
            implements Terminal {
        public Completed {
            WholeSeconds.require("duration", duration);
        }

        @Override
        public EventType type() {
            return EventType.COMPLETED;
        }
    }

    /** It rang until it stopped. */
    record NoAnswer(EventHeader header, @Nullable Duration duration, @Nullable ProviderError error)
            implements Terminal {
        public NoAnswer {
            WholeSeconds.require("duration", duration);
        }

        @Override
        public EventType type() {
            return EventType.NO_ANSWER;
        }
    }

    /** The line was busy. */
    record Busy(EventHeader header, @Nullable Duration duration, @Nullable ProviderError error)
            implements Terminal {
        public Busy {
            WholeSeconds.require("duration", duration);
        }

        @Override
        public EventType type() {
            return EventType.BUSY;
        }
    }

    /** The provider could not carry the call. */
    record Failed(EventHeader header, @Nullable Duration duration, @Nullable ProviderError error)
            implements Terminal {
        public Failed {
            WholeSeconds.require("duration", duration);
        }

        @Override
        public EventType type() {
            return EventType.FAILED;
        }
    }

    /** We withdrew the call before anybody answered. */
    record Canceled(EventHeader header, @Nullable Duration duration, @Nullable ProviderError error)
            implements Terminal {
        public Canceled {
            WholeSeconds.require("duration", duration);
        }

        @Override
        public EventType type() {
            return EventType.CANCELED;
        }
    }
}
