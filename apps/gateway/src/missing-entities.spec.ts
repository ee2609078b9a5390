import { missingEntities } from './missing-entities';

const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ...Terms ... on Suspect { __typename id orderFacts } } } fragment Terms on Suspect { terms: orders { id } }`;

it('gives null for each field that was asked of each entity, and leaves alone what is known of it', () => {
  const representations = [
    { __typename: 'Suspect', id: 'a' },
    { __typename: 'Suspect', id: 'b', linkedIds: ['b'] },
  ];
  expect(missingEntities({ query, variables: { representations } })).toEqual({
    _entities: [
      { terms: null, orderFacts: null },
      { terms: null, orderFacts: null },
    ],
  });
});

it('gives nothing for a request that is not about entities', () => {
  expect(missingEntities({ query: '{ orders { id } }' })).toBeNull();
});
