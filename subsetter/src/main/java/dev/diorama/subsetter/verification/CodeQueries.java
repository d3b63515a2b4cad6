package dev.diorama.subsetter.verification;

import java.util.List;

/**
 * What there is besides relations: types, routines, operators, text search, extensions, servers elsewhere, and what is
 * said of anything. The columns are those of {@link RelationQueries}. Settings and options may hold secrets, so they are
 * compared by their hashes.
 */
final class CodeQueries {
    private CodeQueries() {}

    static final List<String> ALL = List.of(
            """
            SELECT 'schema' AS kind, quote_ident(n.nspname) AS identity, '' AS stable, '' AS printed
            FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND n.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'extension' AS kind, quote_ident(e.extname) AS identity, 'in ' || quote_ident(n.nspname) AS stable, '' AS printed
            FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            """,
            """
            SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
                   format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) AS identity,
                   concat_ws(' ', p.prokind::text, l.lanname, CASE WHEN p.proretset THEN 'SETOF' END, format_type(p.prorettype, NULL),
                             p.provolatile::text, p.proparallel::text, CASE WHEN p.prosecdef THEN 'SECURITY DEFINER' END,
                             CASE WHEN p.proleakproof THEN 'LEAKPROOF' END, CASE WHEN p.proisstrict THEN 'STRICT' END,
                             'cost', p.procost, 'rows', p.prorows, 'support ' || nullif(p.prosupport::oid, 0)::regproc::text,
                             p.proargmodes::text, p.proargnames::text,
                             'with ' || (SELECT md5(string_agg(o, ', ' ORDER BY o)) FROM unnest(p.proconfig) o),
                             p.probin, md5(p.prosrc),
                             (SELECT concat_ws(' ', g.aggkind::text, g.aggtransfn, g.aggfinalfn, g.aggcombinefn, g.aggserialfn,
                                               g.aggdeserialfn, g.aggmtransfn, g.aggminvtransfn, g.aggmfinalfn,
                                               g.aggsortop::regoper, format_type(g.aggtranstype, NULL), g.agginitval)
                              FROM pg_aggregate g WHERE g.aggfnoid = p.oid)) AS stable,
                   CASE WHEN p.prokind <> 'a' AND (p.pronargdefaults > 0 OR l.lanname = 'sql')
                        THEN md5(concat(pg_get_expr(p.proargdefaults, 0), pg_get_function_sqlbody(p.oid))) END AS printed
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_language l ON l.oid = p.prolang
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND p.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_proc'::regclass AND deptype = 'e')
            """,
            """
            SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END AS kind, format('%I.%I', n.nspname, t.typname) AS identity,
                   concat_ws(' ', t.typtype::text, CASE WHEN t.typnotnull THEN 'NOT NULL' END,
                             CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
                             'collation ' || nullif(t.typcollation, 0)::regcollation::text,
                             (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                              FROM pg_enum e WHERE e.enumtypid = t.oid),
                             (SELECT concat_ws(' ', format_type(r.rngsubtype, NULL), r.rngcanonical, r.rngsubdiff,
                                               format_type(r.rngmultitypid, NULL))
                              FROM pg_range r WHERE r.rngtypid = t.oid),
                             CASE WHEN t.typtype = 'b' THEN
                                 concat_ws(' ', t.typinput, t.typoutput, t.typlen, t.typbyval, t.typalign::text, t.typstorage::text,
                                           t.typcategory::text) END) AS stable,
                   pg_get_expr(t.typdefaultbin, 0) AS printed
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE (t.typtype IN ('d', 'e', 'r', 'm') OR t.typtype = 'b' AND t.typcategory <> 'A') AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND t.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_type'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'operator' AS kind,
                   format('%I.%s(%s,%s)', n.nspname, o.oprname, CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                          CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END) AS identity,
                   concat_ws(' ', o.oprcode, o.oprcom::regoper, o.oprnegate::regoper, o.oprrest, o.oprjoin,
                             CASE WHEN o.oprcanmerge THEN 'MERGES' END, CASE WHEN o.oprcanhash THEN 'HASHES' END) AS stable,
                   '' AS printed
            FROM pg_operator o
            JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE n.nspname !~ '^pg_'
              AND o.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_operator'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'operator family' AS kind, format('%I.%I USING %I', n.nspname, f.opfname, m.amname) AS identity,
                   concat_ws(' ', (SELECT string_agg(concat_ws(' ', x.amopstrategy, x.amopopr::regoperator), ', '
                                                     ORDER BY x.amopstrategy, x.amopopr::regoperator::text)
                                   FROM pg_amop x WHERE x.amopfamily = f.oid),
                             (SELECT string_agg(concat_ws(' ', x.amprocnum, x.amproc::regprocedure), ', '
                                                ORDER BY x.amprocnum, x.amproc::regprocedure::text)
                              FROM pg_amproc x WHERE x.amprocfamily = f.oid)) AS stable,
                   '' AS printed
            FROM pg_opfamily f
            JOIN pg_namespace n ON n.oid = f.opfnamespace
            JOIN pg_am m ON m.oid = f.opfmethod
            WHERE n.nspname !~ '^pg_'
              AND f.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_opfamily'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'operator class' AS kind, format('%I.%I USING %I', n.nspname, c.opcname, m.amname) AS identity,
                   concat_ws(' ', format_type(c.opcintype, NULL), CASE WHEN c.opcdefault THEN 'DEFAULT' END,
                             nullif(c.opckeytype, 0)::regtype, f.opfname) AS stable,
                   '' AS printed
            FROM pg_opclass c
            JOIN pg_namespace n ON n.oid = c.opcnamespace
            JOIN pg_opfamily f ON f.oid = c.opcfamily
            JOIN pg_am m ON m.oid = c.opcmethod
            WHERE n.nspname !~ '^pg_'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_opclass'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'cast' AS kind, format('(%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS identity,
                   concat_ws(' ', c.castcontext::text, c.castmethod::text, nullif(c.castfunc, 0)::regprocedure) AS stable, '' AS printed
            FROM pg_cast c
            WHERE c.oid >= 16384
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_cast'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'collation' AS kind, format('%I.%I', n.nspname, c.collname) AS identity,
                   concat_ws(' ', c.collprovider::text, CASE WHEN NOT c.collisdeterministic THEN 'not deterministic' END,
                             c.collcollate, coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale')) AS stable,
                   '' AS printed
            FROM pg_collation c
            JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE n.nspname !~ '^pg_'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_collation'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'conversion' AS kind, format('%I.%I', n.nspname, c.conname) AS identity,
                   concat_ws(' ', pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc, c.condefault)
                       AS stable,
                   '' AS printed
            FROM pg_conversion c
            JOIN pg_namespace n ON n.oid = c.connamespace
            WHERE n.nspname !~ '^pg_'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_conversion'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'text search configuration' AS kind, format('%I.%I', n.nspname, c.cfgname) AS identity,
                   concat_ws(' ', p.prsname,
                             (SELECT string_agg(concat_ws(' ', m.maptokentype, m.mapdict::regdictionary), ', '
                                                ORDER BY m.maptokentype, m.mapseqno)
                              FROM pg_ts_config_map m WHERE m.mapcfg = c.oid)) AS stable,
                   '' AS printed
            FROM pg_ts_config c
            JOIN pg_namespace n ON n.oid = c.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = c.cfgparser
            WHERE n.nspname !~ '^pg_'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_ts_config'::regclass AND deptype = 'e')
            UNION ALL
            SELECT 'text search dictionary', format('%I.%I', n.nspname, c.dictname), concat_ws(' ', t.tmplname, c.dictinitoption), ''
            FROM pg_ts_dict c
            JOIN pg_namespace n ON n.oid = c.dictnamespace
            JOIN pg_ts_template t ON t.oid = c.dicttemplate
            WHERE n.nspname !~ '^pg_'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_ts_dict'::regclass AND deptype = 'e')
            UNION ALL
            SELECT 'text search parser', format('%I.%I', n.nspname, c.prsname), c.prsstart::text, ''
            FROM pg_ts_parser c
            JOIN pg_namespace n ON n.oid = c.prsnamespace
            WHERE n.nspname !~ '^pg_'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_ts_parser'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'language' AS kind, quote_ident(l.lanname) AS identity, CASE WHEN l.lanpltrusted THEN 'TRUSTED' END AS stable, '' AS printed
            FROM pg_language l
            WHERE l.oid >= 16384
              AND l.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_language'::regclass AND deptype = 'e')
            UNION ALL
            SELECT 'transform', format('for %s language %I', format_type(t.trftype, NULL), l.lanname), '', ''
            FROM pg_transform t
            JOIN pg_language l ON l.oid = t.trflang
            WHERE t.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_transform'::regclass AND deptype = 'e')
            UNION ALL
            SELECT 'access method', quote_ident(m.amname), concat_ws(' ', m.amtype::text, m.amhandler), ''
            FROM pg_am m
            WHERE m.oid >= 16384
              AND m.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_am'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'foreign-data wrapper' AS kind, quote_ident(w.fdwname) AS identity,
                   concat_ws(' ', nullif(w.fdwhandler, 0)::regproc, nullif(w.fdwvalidator, 0)::regproc, (SELECT md5(string_agg(o, ', ' ORDER BY o)) FROM unnest(w.fdwoptions) o)) AS stable,
                   '' AS printed
            FROM pg_foreign_data_wrapper w
            WHERE w.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_foreign_data_wrapper'::regclass AND deptype = 'e')
            UNION ALL
            SELECT 'server', quote_ident(s.srvname), concat_ws(' ', s.srvtype, s.srvversion, (SELECT md5(string_agg(o, ', ' ORDER BY o)) FROM unnest(s.srvoptions) o)), ''
            FROM pg_foreign_server s
            WHERE s.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_foreign_server'::regclass AND deptype = 'e')
            UNION ALL
            SELECT 'event trigger', quote_ident(e.evtname), concat_ws(' ', e.evtevent, e.evtfoid::regproc, e.evtenabled::text, e.evttags::text), ''
            FROM pg_event_trigger e
            WHERE e.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_event_trigger'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'comment on' AS kind, concat_ws(' ', o.type, o.identity) AS identity, md5(m.description) AS stable, '' AS printed
            FROM pg_description m
            CROSS JOIN LATERAL pg_identify_object(m.classoid, m.objoid, m.objsubid) o
            WHERE m.classoid <> 'pg_largeobject'::regclass
              AND (m.objoid >= 16384 OR m.classoid = 'pg_namespace'::regclass AND m.objoid = to_regnamespace('public'))
              AND coalesce(o.schema, '') !~ '^pg_'
              AND (o.schema IS NOT NULL OR o.identity !~ ' on pg_')
              AND (m.classoid, m.objoid) NOT IN (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
            """,
            """
            SELECT 'security label' AS kind, concat_ws(' ', m.provider, 'on', o.type, o.identity) AS identity, md5(m.label) AS stable,
                   '' AS printed
            FROM pg_seclabel m
            CROSS JOIN LATERAL pg_identify_object(m.classoid, m.objoid, m.objsubid) o
            WHERE m.classoid <> 'pg_largeobject'::regclass
              AND (m.classoid, m.objoid) NOT IN (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
            """,
            """
            SELECT 'setting' AS kind, split_part(s.setting, '=', 1) || coalesce(' of ' || r.rolname, '') AS identity,
                   md5(s.setting) AS stable, '' AS printed
            FROM pg_db_role_setting d
            LEFT JOIN pg_roles r ON r.oid = d.setrole
            CROSS JOIN LATERAL unnest(d.setconfig) AS s (setting)
            WHERE d.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (d.setrole = 0 OR r.oid IS NOT NULL)
            """);
}
