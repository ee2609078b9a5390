import { GraphQLError } from 'graphql';
import type { Tape } from './random-operation';
import type { Row } from './subgraph-of';

const subgraphs = {
  people: `type Query { people(first: Int): [Person!] person(id: ID!): Person found(text: String = "a"): [Found] }
    union Found = Person | Book | Shop
    type Person @key(fields: "id") { id: ID! name(upper: Boolean): String age: Int boss: Person team: [Person!]! home: Place strict: Int! fragile: String }
    type Place @shareable { city: String! country: String }
    type Book @key(fields: "id") { id: ID! } type Shop @key(fields: "name") { name: String! }`,
  works: `type Query { works: [Work] work(id: ID!): Work node(id: ID!): Node }
    interface Node { id: ID! }
    interface Work implements Node @key(fields: "id") { id: ID! title: String authors: [Person] year: Int }
    type Book implements Work & Node @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String title: String authors: [Person] year: Int pages: Int! chapters: [[String]] }
    type Film implements Work & Node @key(fields: "id") { id: ID! title: String authors: [Person] year: Int minutes: Int fragile: Int }
    type Person implements Node @key(fields: "id") { id: ID! works: [Work!] best: Work }`,
  reviews: `type Query { reviews: [[Review]] }
    interface Reviewed { reviews(stars: Int): [Review!] }
    type Book implements Reviewed @key(fields: "id") { id: ID! reviews(stars: Int): [Review!] }
    type Film implements Reviewed @key(fields: "id") { id: ID! reviews(stars: Int): [Review!] }
    type Review @key(fields: "id") { id: ID! stars: Int! text: String by: Person about: Reviewed reply: Review }
    type Person @key(fields: "id") { id: ID! reviews: [Review] }`,
  shops: `type Query { shops: [Shop] }
    type Shop @key(fields: "name") { name: String! place: Place shelf: [Book] owner: Person }
    type Place @shareable { city: String! country: String }
    type Book @key(fields: "isbn") { isbn: String price(in: Currency = GBP): Int stock: Int! shops: [Shop!]! }
    enum Currency { GBP EUR } type Person @key(fields: "id") { id: ID! }`,
  stats: `type Work @interfaceObject @key(fields: "id") { id: ID! views: Int title: String @external label: String @requires(fields: "title") }
    type Person @key(fields: "id") { id: ID! age: Int @external home: Place @external
      score: Int @requires(fields: "age") address: String @requires(fields: "home { city }") rank: Int! }
    type Place @external { city: String! }`,
};

/** A world of a few people, works, reviews and shops, which refer to each other. */
export function aWorld() {
  const people: Row[] = ['p1', 'p2', 'p3'].map((id, n) => ({
    __typename: 'Person',
    id,
    name: `Name ${n}`,
    age: 20 + n,
    strict: n,
    fragile: 'ok',
    rank: n * 3,
    home: { city: `C${n}`, country: 'UK' },
  }));
  const books: Row[] = ['b1', 'b2'].map((id, n) => ({
    __typename: 'Book',
    id,
    isbn: `i${n}`,
    title: `Book ${n}`,
    year: 1990 + n,
    pages: 100 + n,
    chapters: [['x', null], null, []],
    price: 5 + n,
    stock: n,
    views: 7 + n,
  }));
  const films: Row[] = ['f1', 'f2'].map((id, n) => ({
    __typename: 'Film',
    id,
    title: `Film ${n}`,
    year: null,
    minutes: 90 + n,
    fragile: 1,
    views: 9 + n,
  }));
  const shops: Row[] = ['S1', 'S2'].map((name, n) => ({
    __typename: 'Shop',
    name,
    place: { city: `S${n}`, country: null },
  }));
  const works = [...books, ...films];
  const reviews: Row[] = works.flatMap((about, n) =>
    [1, 2].map((each) => ({
      __typename: 'Review',
      id: `r${n}${each}`,
      stars: each,
      text: `T${n}${each}`,
      about,
      by: people[(n + each) % 3],
    })),
  );
  people.forEach((person, n) => {
    const byPerson = works.filter((_work, at) => (at + n) % 2 === 0);
    Object.assign(person, { boss: people[n - 1] ?? null, team: people.slice(n + 1), works: byPerson, best: works[n] });
    person.reviews = [null, ...reviews.filter(({ by }) => by === person)];
  });
  works.forEach((work, n) => {
    work.authors = [people[n % 3], null, people[(n + 1) % 3]];
    work.reviews = reviews.filter(({ about }) => about === work);
  });
  reviews.forEach((review, n) => (review.reply = reviews[n + 1] ?? null));
  books.forEach((book, n) => (book.shops = shops.slice(n)));
  shops.forEach((shop, n) => Object.assign(shop, { shelf: [...books, null].slice(n), owner: people[n] }));
  const rows = [people, books, films, shops, reviews].flat();
  const fails = (field: string) => (row: Row) => {
    if (row[field] === BROKEN) throw new GraphQLError('broken', { extensions: { code: 'NOT_FOUND' } });
    return row[field];
  };
  return {
    rows,
    options: {
      subgraphs,
      root: { works, reviews: [reviews.slice(0, 3), null, [null, ...reviews.slice(3, 5)]], shops },
      entities: { Person: people, Book: books, Film: films, Shop: shops, Review: reviews },
      fields: {
        'Query.people': (_: Row, { first }: Row) => people.slice(0, first ?? 3),
        'Query.person': (_: Row, { id }: Row) => people.find((person) => person.id === id) ?? null,
        'Query.work': (_: Row, { id }: Row) => works.find((work) => work.id === id) ?? null,
        'Query.node': (_: Row, { id }: Row) => [...works, ...people].find((work) => work.id === id) ?? null,
        'Query.found': (_: Row, { text }: Row) => (text === 'a' ? [people[0], null, shops[0]] : [books[1], people[2]]),
        'Person.name': ({ name }: Row, { upper }: Row) => (upper ? (name?.toUpperCase() ?? null) : name),
        'Person.score': ({ age }: Row) => (age === null ? null : age * 2),
        'Person.address': ({ home }: Row) => home && `in ${home.city}`,
        'Person.fragile': fails('fragile'),
        'Film.fragile': fails('fragile'),
        'Book.price': ({ price }: Row, { in: currency }: Row) =>
          currency === 'EUR' && price !== null ? price * 2 : price,
        'Book.reviews': ({ reviews: all }: Row, { stars }: Row) =>
          all && (stars ? all.filter((each: Row) => each.stars === stars) : all),
        'Film.reviews': ({ reviews: all }: Row, { stars }: Row) =>
          all && (stars ? all.filter((each: Row) => each.stars === stars) : all),
        'Work.label': ({ title }: Row) => `<${title}>`,
      },
    },
  };
}
const BROKEN = 'BROKEN';

/** What may be missing: of each type the fields that are no key and are required nowhere as they must not be null. */
const HOLES: Record<string, string[]> = {
  Person: ['name', 'age', 'boss', 'home', 'strict', 'fragile', 'rank', 'works', 'best', 'reviews'],
  Book: ['title', 'year', 'pages', 'chapters', 'price', 'stock', 'views', 'authors', 'reviews'],
  Film: ['title', 'minutes', 'fragile', 'views', 'authors', 'reviews'],
  Review: ['stars', 'text', 'by', 'about', 'reply'],
  Shop: ['place', 'shelf', 'owner'],
};

/** Takes things out of the world; gives what puts them back. */
export function dig(rows: Row[], tape: Tape): () => void {
  const undo: (() => void)[] = [];
  for (let holes = tape.pick(30); holes > 0; holes -= 1) {
    const row = tape.one(rows);
    const field = tape.one(HOLES[row.__typename]!);
    const before = row[field];
    undo.push(() => (row[field] = before));
    row[field] = field === 'fragile' && tape.rarely(2) ? BROKEN : null;
  }
  return () => {
    for (const put of undo.reverse()) put();
  };
}
