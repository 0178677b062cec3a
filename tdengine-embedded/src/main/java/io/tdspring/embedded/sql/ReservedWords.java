// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.embedded.sql;

import java.util.Set;

/**
 * Words that can't be names without back-quotes (TDengine's manual, "Reserved Keywords"). Words of that list which
 * servers were seen to take as names are left out.
 */
final class ReservedWords {

    private static final Set<String> WORDS = Set.of("""
            account accounts add aggregate alive all alter analyze and anode anodes anomaly_window anti apps arbgroups
            as asc asof assign async at_once auto balance between bigint binary blob bnode bnodes bool both buffer
            bufsize bwlimit by cache cachemodel cachesize case cast child client_version cluster cols column comment
            comp compact compacts compact_interval compact_time_offset compact_time_range composite connection
            connections conns consumer consumers contains continuous_window_close count count_window create createdb
            current_user database databases dbs decimal delete delete_mark desc describe disk_info distinct distributed
            dnode dnodes double drop duration else enable encrypt_algorithm encrypt_key encryptions end event_window
            every exists expired explain false fill fill_history first float flush for force
            force_window_close from full function functions geometry grant grants group having host if ignore in
            index indexes inner insert int integer interval into iptoken is is_import jlimit join json keep
            keep_time_offset kill language last last_row leader leading left licences like limit linear local logs
            machines match max_delay maxrows mediumblob merge meta meta_only minrows minus mnode mnodes modify nchar
            next nmatch none normal not notify notify_history now null null_f nulls offset on on_failure only or order
            outer outputtype pages pagesize partition pass pause pi port position pps precision prev primary privileges
            qnode qnodes qtags qtime queries query rand range ratio read recursive redistribute regexp replace replica
            replicas reset restore resume retentions revoke right rollup schemaless scores select server_status
            server_version session set show single_stable sliding slimit sma smallint smigrate snode snodes soffset
            split ss_chunkpages ss_compact ss_keeplocal ssmigrate stable stables start state state_window storage stream
            streams stt_trigger subscribe subscriptions substr substring subtable sysinfo system table table_prefix
            table_suffix tables tag tags tbname then timestamp timezone tinyint to today topic topics trailing
            transaction transactions trigger trim true true_for tsdb_pagesize tseries tsma tsmas ttl union unsafe
            unsigned untreated update use user users using value value_f varbinary varchar variables verbose vgroup
            vgroups views vnode vnodes wal_fsync_period wal_level wal_retention_period wal_retention_size
            wal_roll_period wal_segment_size watermark when where window window_close window_offset with write _c0
            _irowts _irowts_origin _isfilled _qduration _qend _qstart _rowts _wduration _wend _wstart
            """.split("\\s+"));

    private ReservedWords() {}

    /** Whether the word, in lower case, is reserved. */
    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
