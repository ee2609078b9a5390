/** Of how many words at most, for each that is asked for, people are looked up. */
const NEAREST_WORDS = 40;
/** How alike, from 0 to 1, a word must be spelt. */
const WORD_FITS = 0.6;

/**
 * The words that are names and nearest to a word, by letters, spelling and sound, as `word` and `fit`. A fit is
 * thousandths and, below them, how: 3 the same, 2 spelt so, 1 sounds so; the better way is the greater number. `asked`
 * is an SQL alias that has the `word`, its `letters` and its `sounds`.
 */
export const nearestWords = (asked: string) => `SELECT v.word, CASE WHEN v.word = ${asked}.word THEN 4003 ELSE greatest(
        (1000 * v.spelt)::integer * 4 + 2, CASE WHEN v.alike THEN (600 + 250 * v.spelt)::integer * 4 + 1 END) END AS fit
      FROM (
        SELECT DISTINCT w.word, w.sounds && ${asked}.sounds AS alike, 1 - CASE WHEN w.letters = ${asked}.letters THEN 1 ELSE levenshtein(w.word, ${asked}.word) END
          / greatest(length(w.word), length(${asked}.word))::float AS spelt
        FROM cases.names_near(${asked}.word, ${asked}.letters, ${asked}.sounds) w
      ) v WHERE v.spelt >= ${WORD_FITS} OR v.alike ORDER BY 2 DESC, 1 LIMIT ${NEAREST_WORDS}`;
