package com.voicesurvey.telephony.processor.topic;

import com.voicesurvey.telephony.domain.fault.Reason;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Who of a consumer group is there. */
public final class GroupMembers {
    private final Supplier<Admin> connect;
    private final String group;

    public GroupMembers(Supplier<Admin> connect, String group) {
        this.connect = connect;
        this.group = group;
    }

    /**
     * How many there are.
     *
     * @throws KafkaException if Kafka does not say
     */
    public int count() {
        try (Admin admin = connect.get()) {
            var promises = admin.describeConsumerGroups(List.of(group)).describedGroups();
            return Objects.requireNonNull(promises.get(group)).get().members().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new KafkaException("Consumer group " + group + ": " + Reason.of(e), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
