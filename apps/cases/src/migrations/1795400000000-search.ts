import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schema cases: search. What is searched stands in side tables that triggers keep, so that imports, mutations and
 * restores need to know nothing of it, and a search never reads a name's JSON or a narrative. They write as their owner:
 * whoever may change a record need not be one who may search by what it says.
 */
export class Search1795400000000 implements MigrationInterface {
  name = 'Search1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    // Case, accents, apostrophes and other marks say nothing about who is meant.
    await runner.query(`CREATE FUNCTION cases.plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN lower(public.unaccent('public.unaccent'::regdictionary, CASE WHEN octet_length($1) = length($1) THEN replace($1, '''', '')
        ELSE regexp_replace(normalize($1, NFKD), '[\\u0300-\\u036f''\`\u2018\u2019\u02bc]', '', 'g') END) COLLATE pg_catalog.pg_c_utf8)`);
    await runner.query(`CREATE FUNCTION cases.words(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN (string_to_array(btrim(regexp_replace(cases.plain($1), '[^[:alnum:]]+', ' ', 'g')), ' '))[1:12]`);
    // Slips of the pen that swap letters leave these alone.
    await runner.query(`CREATE FUNCTION cases.letters(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN (SELECT string_agg(letter, '' ORDER BY letter) FROM regexp_split_to_table(word, '') AS letter)`);
    // Two ways of writing sounds down: Double Metaphone for English ears, Daitch–Mokotoff for names of central and
    // eastern Europe, of which codes with fewer than three sounds would bring anybody.
    await runner.query(`CREATE FUNCTION cases.sounds(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN array(SELECT code FROM unnest(ARRAY[public.dmetaphone(word), public.dmetaphone_alt(word)]) AS code WHERE code <> ''
        UNION SELECT code FROM unnest(public.daitch_mokotoff(word)) AS code WHERE code !~ '0000$')`);
    // Numbers are written with and without their punctuation, and telephone numbers with and without the country. An index
    // takes no long text.
    await runner.query(`CREATE FUNCTION cases.reference_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN left(regexp_replace(regexp_replace(lower($1 COLLATE pg_catalog.pg_c_utf8), '[^[:alnum:]]+', '', 'g'), '^(00)?44(?=[0-9]{10}$)', '0'), 200)`);
    await runner.query(`CREATE FUNCTION cases.reference_keys(text[]) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN array(SELECT cases.reference_key(reference) FROM unnest($1) AS reference)`);
    await runner.query(`CREATE FUNCTION cases.identifier_keys(jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN array(SELECT cases.reference_key(i ->> 'value') FROM jsonb_array_elements($1) AS i)`);
    // The first forty letters of a word are enough, and what levenshtein() takes. `OFFSET 0` and the lack of STRICT are for
    // speed: without the one a name is taken apart once for each use, with the other the function is called for each row.
    await runner.query(`CREATE FUNCTION cases.name_postings(names jsonb)
      RETURNS TABLE (word text, name smallint, at smallint, "of" smallint) LANGUAGE sql STABLE AS $$
        SELECT left(w.word, 40), n.n::smallint, w.at::smallint, cardinality(n.words)::smallint
        FROM (SELECT n, cases.words(concat_ws(' ', name ->> 'given', name ->> 'family')) AS words
          FROM jsonb_array_elements(names) WITH ORDINALITY AS n(name, n) WHERE n <= 99 OFFSET 0) n, unnest(n.words) WITH ORDINALITY AS w(word, at) $$`);

    // Every word that is somebody's name, however many people have it: what is misspelt is looked for here. Two imports
    // at once may both bring a word; refusing the second would make one wait for the other.
    await runner.query(
      `CREATE TABLE cases.name_word (word text NOT NULL, letters text NOT NULL, sounds text[] NOT NULL)`,
    );
    await runner.query(`CREATE INDEX name_word_word_idx ON cases.name_word (word)`);
    await runner.query(`CREATE INDEX name_word_letters_idx ON cases.name_word (letters)`);
    await runner.query(
      `CREATE INDEX name_word_trigrams_idx ON cases.name_word USING gin (word public.gin_trgm_ops) WITH (fastupdate = off)`,
    );
    await runner.query(
      `CREATE INDEX name_word_sounds_idx ON cases.name_word USING gin (sounds) WITH (fastupdate = off)`,
    );
    for (const type of ['suspect', 'victim']) await this.names(runner, type);

    await runner.query(`CREATE INDEX victim_date_of_birth_idx ON cases.victim (date_of_birth)`);
    await runner.query(`CREATE INDEX suspect_pnc_key_idx ON cases.suspect (cases.reference_key(pnc_id))`);
    await runner.query(
      `CREATE INDEX suspect_identifier_keys_idx ON cases.suspect USING gin (cases.identifier_keys(identifiers)) WITH (gin_pending_list_limit = 512)`,
    );
    await runner.query(`CREATE INDEX case_urn_key_idx ON cases."case" (cases.reference_key(urn) text_pattern_ops)`);
    await runner.query(
      `CREATE INDEX case_crime_reference_keys_idx ON cases."case" USING gin (cases.reference_keys(crime_references)) WITH (gin_pending_list_limit = 512)`,
    );
    await runner.query(
      // A crime of no case leads to none, and is not looked for: of those there are the most.
      `CREATE INDEX recorded_crime_reference_key_idx ON cases.recorded_crime (cases.reference_key(reference) text_pattern_ops) WHERE case_id IS NOT NULL`,
    );
    await this.narratives(runner);
    await this.finders(runner);

    await runner.query(`CREATE TABLE cases.work_list (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), owner text NOT NULL, name text NOT NULL,
      filter jsonb NOT NULL, saved_at timestamptz NOT NULL DEFAULT now(), UNIQUE (owner, name))`);
  }

  /**
   * Row-level security leaves an index unused where the comparison could tell of rows that are not seen, and so it is
   * with words, sounds and keys. These read the indexes for everybody who may search by what they hold, and give what
   * leads to a record; of the records, each caller then sees their own.
   */
  private async finders(runner: QueryRunner): Promise<void> {
    const finder = (signature: string, rows: number, body: string) =>
      runner.query(
        `CREATE FUNCTION cases.${signature} LANGUAGE sql STABLE PARALLEL SAFE ROWS ${rows} SECURITY DEFINER BEGIN ATOMIC ${body}; END`,
      );
    const may = (...scopes: string[]) =>
      `(SELECT ${scopes.map((scope) => `row_rules.having('${scope}')`).join(' | ')}) <> 0`;
    const mayName = may('suspect:identify', 'victim:identify');
    await finder(
      'names_near(asked text, asked_letters text, asked_sounds text[]) RETURNS SETOF cases.name_word',
      40,
      `SELECT w.* FROM cases.name_word w WHERE w.letters = asked_letters AND ${mayName}
       UNION ALL SELECT w.* FROM cases.name_word w WHERE w.word OPERATOR(public.%) asked AND ${mayName}
       UNION ALL SELECT w.* FROM cases.name_word w WHERE w.sounds && asked_sounds AND ${mayName}`,
    );
    const numbered = (where: string, pnc: boolean) => `SELECT s.id, k, ${String(pnc)} FROM unnest(keys) k
      CROSS JOIN LATERAL (SELECT id FROM cases.suspect WHERE ${where} AND withdrawn_at IS NULL LIMIT most) s WHERE ${may('suspect:identify')}`;
    await finder(
      'suspects_by_number(keys text[], most integer) RETURNS TABLE (id uuid, key text, pnc boolean)',
      10,
      `${numbered('cases.reference_key(pnc_id) = k', true)} UNION ALL ${numbered('cases.identifier_keys(identifiers) @> ARRAY[k]', false)}`,
    );
    await finder(
      'suspects_by_identifier(identifier jsonb) RETURNS SETOF uuid',
      10,
      `SELECT id FROM cases.suspect WHERE identifiers @> jsonb_build_array(identifier) AND ${may('suspect:identify')}`,
    );
    // Cases of which a reference is a key or begins with one. `LIKE` would not use the index here, nor, before PostgreSQL has
    // counted what an import brought, would a plain join: `OFFSET 0` keeps it to one look-up for each key.
    const referred = (
      field: string,
      select: string,
      table: string,
      reference: string,
    ) => `SELECT r.id, '${field}', r.value, r.key = k
      FROM unnest(keys) k CROSS JOIN LATERAL (
        SELECT ${select} AS id, ${reference} AS value, cases.reference_key(${reference}) AS key FROM ${table}
        WHERE cases.reference_key(${reference}) ~>=~ k AND cases.reference_key(${reference}) ~<~ (k || chr(1114111)) AND ${select} IS NOT NULL
          AND withdrawn_at IS NULL OFFSET 0
      ) r WHERE ${may('case:read')}`;
    await finder(
      'cases_by_reference(keys text[]) RETURNS TABLE (id uuid, field text, value text, is_whole boolean)',
      10,
      `${referred('urn', 'id', 'cases."case"', 'urn')}
       UNION ALL ${referred('recordedCrimes.reference', 'case_id', 'cases.recorded_crime', 'reference')}
       UNION ALL SELECT c.id, 'crimeReferences', r, true FROM cases."case" c, unnest(crime_references) r
         WHERE cases.reference_keys(crime_references) && keys AND cases.reference_key(r) = ANY(keys) AND ${may('case:read')}`,
    );
    await finder(
      'incidents_by_text(asked tsquery) RETURNS TABLE (id uuid, case_id uuid, rank real)',
      1000,
      `SELECT incident, case_id, ts_rank(body, asked) FROM cases.incident_text WHERE body @@ asked AND ${may('narrative:read')}`,
    );
  }

  /** Which people have a word in which of their names, at which place of how many. Of those withdrawn there is nothing. */
  private async names(runner: QueryRunner, type: string): Promise<void> {
    const table = `cases.${type}_name`;
    await runner.query(`CREATE TABLE ${table} (word text NOT NULL, record uuid NOT NULL, name smallint NOT NULL, at smallint NOT NULL,
      "of" smallint NOT NULL, PRIMARY KEY (word, record, name, at) INCLUDE ("of"))`);
    const post = (rows: string) => `WITH posted AS MATERIALIZED (
        SELECT p.word, t.id, p.name, p.at, p."of" FROM ${rows} t, cases.name_postings(t.names) p
      ), written AS (
        INSERT INTO ${table} SELECT * FROM posted
      ) INSERT INTO cases.name_word SELECT word, cases.letters(word), cases.sounds(word) FROM (SELECT DISTINCT word FROM posted) w
        WHERE NOT EXISTS (SELECT FROM cases.name_word known WHERE known.word = w.word)`;
    await runner.query(post(`(SELECT id, names FROM cases.${type} WHERE withdrawn_at IS NULL)`));
    await runner.query(`CREATE FUNCTION cases.${type}_came() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
      ${post('came')}; RETURN NULL; END $$`);
    const differ =
      '(after.names, after.withdrawn_at IS NULL) IS DISTINCT FROM (before.names, before.withdrawn_at IS NULL)';
    await runner.query(`CREATE FUNCTION cases.${type}_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
      DELETE FROM ${table} p USING before, after, cases.name_postings(before.names) gone
        WHERE after.id = before.id AND ${differ} AND p.word = gone.word AND p.record = before.id;
      ${post(`(SELECT after.id, after.names FROM after JOIN before USING (id) WHERE ${differ} AND after.withdrawn_at IS NULL)`)};
      RETURN NULL; END $$`);
    await this.triggers(runner, type);
  }

  /** The words of what was told; what PostgreSQL takes of them ends at a megabyte. */
  private async narratives(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE cases.incident_text (incident uuid PRIMARY KEY, case_id uuid NOT NULL, body tsvector NOT NULL)`,
    );
    const write = (rows: string) => `INSERT INTO cases.incident_text
      SELECT id, case_id, to_tsvector('pg_catalog.english', left(narrative, 100000)) FROM ${rows} t WHERE narrative IS NOT NULL AND withdrawn_at IS NULL`;
    await runner.query(write('cases.incident'));
    await runner.query(
      `CREATE INDEX incident_text_body_idx ON cases.incident_text USING gin (body) WITH (gin_pending_list_limit = 512)`,
    );
    await runner.query(`CREATE FUNCTION cases.incident_came() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
      ${write('came')}; RETURN NULL; END $$`);
    const differ = `SELECT after.* FROM after JOIN before USING (id) WHERE (after.narrative, after.case_id, after.withdrawn_at IS NULL)
      IS DISTINCT FROM (before.narrative, before.case_id, before.withdrawn_at IS NULL)`;
    await runner.query(`CREATE FUNCTION cases.incident_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
      DELETE FROM cases.incident_text t USING (${differ}) gone WHERE t.incident = gone.id;
      ${write(`(${differ})`)}; RETURN NULL; END $$`);
    await this.triggers(runner, 'incident');
  }

  private async triggers(runner: QueryRunner, type: string): Promise<void> {
    await runner.query(`CREATE TRIGGER search_came AFTER INSERT ON cases.${type}
      REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION cases.${type}_came()`);
    await runner.query(`CREATE TRIGGER search_changed AFTER UPDATE ON cases.${type}
      REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION cases.${type}_changed()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
