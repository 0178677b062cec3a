// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.client.tmq;

import io.tdspring.client.transport.Subscription.Assignment;
import io.tdspring.error.TdengineTmqException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a consumer that had to join its group anew back to where it was, each vgroup as it comes. Confined to one thread at a
 * time.
 *
 * <p>The server resumes at what is committed. If that is how this consumer left it, nobody else has got further, and what its
 * user has had already need not come again. Otherwise the server's place counts: things may come twice, nothing is passed over.
 */
final class Resumption {

    private static final Logger log = LoggerFactory.getLogger(Resumption.class);

    /** What it asks of its membership. */
    interface Member {

        List<Assignment> assignment(String topic);

        OptionalLong committed(TopicVgroup vgroup);

        /** Goes on there, and takes all before as delivered. */
        void goOnAt(TopicVgroup vgroup, long offset, boolean isThere);
    }

    private final Map<TopicVgroup, Long> places;
    private final OwnCommits commits;
    private final Member member;
    private boolean hasVgroups;

    /**
     * For one membership.
     *
     * @param places where its consumer was; empty if it joins for the first time
     */
    Resumption(Map<TopicVgroup, Long> places, OwnCommits commits, Member member) {
        this.places = new HashMap<>(places);
        this.commits = commits;
        this.member = member;
    }

    /** Where the consumer was in vgroups that have not come yet, and is in these. */
    Map<TopicVgroup, Long> placesBefore(Map<TopicVgroup, Long> now) {
        Map<TopicVgroup, Long> all = new HashMap<>(places);
        all.putAll(now);
        return all;
    }

    /** Where the consumer was in a vgroup that it has not gone on in yet. */
    OptionalLong place(TopicVgroup vgroup) {
        Long place = places.get(vgroup);
        return place == null ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** The user wants it elsewhere, or it has gone to another member. */
    void forget(TopicVgroup vgroup) {
        places.remove(vgroup);
    }

    /** To be called before each poll: vgroups come all at once, some time after joining. */
    void beforePoll() {
        if (hasVgroups || places.isEmpty()) {
            return;
        }
        try {
            for (String topic : places.keySet().stream().map(TopicVgroup::topic).collect(Collectors.toSet())) {
                for (Assignment assigned : member.assignment(topic)) {
                    hasVgroups = true;
                    boolean unused = resume(new TopicVgroup(topic, assigned.vgroupId()));
                }
            }
        } catch (TdengineTmqException e) {
            log.debug("will be asked again, or when messages come", e);
        }
    }

    /**
     * To be called before a message is delivered.
     *
     * @return whether its vgroup has been taken elsewhere, so that it must not be delivered
     */
    boolean resume(TopicVgroup vgroup) {
        Long place = places.get(vgroup);
        if (place == null) {
            return false;
        }
        OptionalLong committed = member.committed(vgroup);
        if (!commits.isUnchanged(vgroup, committed)) {
            log.info("{} goes on at {}, where its group is by now, instead of {}", vgroup, committed, place);
            places.remove(vgroup);
            return false;
        }
        boolean isThere = committed.isPresent() && committed.getAsLong() == place;
        try {
            member.goOnAt(vgroup, place, isThere);
        } catch (TdengineTmqException e) {
            places.remove(vgroup);
            log.warn("{} cannot go on at {}, but goes on where the server has it", vgroup, place, e);
            return e.code() == Membership.NOT_ASSIGNED;
        }
        places.remove(vgroup);
        return !isThere;
    }
}
