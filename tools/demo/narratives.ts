import type { Behaviour, Channel } from './bundle-record';
import type { Random } from './random';

/** One kind of thing that a suspect does: its codes, the ways it is done, and invented sentences that tell it. */
export interface Act {
  behaviours: readonly Behaviour[];
  channels: readonly Channel[];
  cyber?: true;
  texts: readonly string[];
}

const inPerson: readonly Channel[] = ['IN_PERSON'];

export const acts = {
  letters: {
    behaviours: ['S2A_B'],
    channels: ['POST'],
    texts: [
      'A letter of {count} pages came by post, unsigned, in handwriting that the victim knows.',
      'A card was put through the door, saying that the sender had seen the victim at {place}.',
    ],
  },
  gifts: {
    behaviours: ['S2A_B'],
    channels: ['GIFT'],
    texts: [
      '{item} was left for the victim at {place}, after the victim had asked for no more presents.',
      'The victim found {item} on the doorstep, wrapped, with a note reading "you know who".',
    ],
  },
  calls: {
    behaviours: ['S2A_B'],
    channels: ['PHONE'],
    texts: [
      'The victim had {count} silent calls from a withheld number within an hour.',
      'The suspect rang {count} times during a shift and hung up when a colleague answered.',
    ],
  },
  messages: {
    behaviours: ['S2A_B'],
    channels: ['TEXT', 'SOCIAL_MEDIA', 'EMAIL'],
    cyber: true,
    texts: [
      '{count} messages in one evening, moving from apologies to insults.',
      'A new account wrote to the victim minutes after the last one had been blocked.',
      'The suspect wrote that the victim would "have to talk in the end".',
    ],
  },
  viaFriend: {
    behaviours: ['STALKING_BY_PROXY', 'S2A_B'],
    channels: ['THIRD_PARTY'],
    texts: ['The suspect asked a mutual friend to pass on {item} and to report how the victim had looked.'],
  },
  following: {
    behaviours: ['S2A_A'],
    channels: inPerson,
    texts: [
      'The suspect walked behind the victim from {place} and stopped whenever the victim stopped.',
      'The victim saw the same car in the mirror on the whole way from {place} to work.',
    ],
  },
  loitering: {
    behaviours: ['S2A_E'],
    channels: inPerson,
    texts: [
      'The suspect stood opposite {place} for most of the afternoon without any errand there.',
      'For the {count}th time this month the suspect was waiting at {place} when the victim arrived.',
    ],
  },
  watching: {
    behaviours: ['S2A_G'],
    channels: inPerson,
    texts: [
      'A neighbour saw the suspect looking over the back fence with a camera.',
      'The suspect described to a friend what the victim had worn at {place}, where they had not met.',
    ],
  },
  tracker: {
    behaviours: ['S2A_D', 'S2A_G'],
    channels: ['DEVICE'],
    cyber: true,
    texts: [
      "A tracking tag was found taped inside the bumper of the victim's car.",
      'A garage found a small transmitter under the seat; being met at {place} had been no chance.',
    ],
  },
  accountAccess: {
    behaviours: ['S2A_D'],
    channels: ['DEVICE', 'EMAIL'],
    cyber: true,
    texts: [
      "The victim's mail account showed {count} sign-ins from a device that the suspect had kept.",
      'A family calendar that both could once see was still being read every morning.',
    ],
  },
  publishing: {
    behaviours: ['S2A_C'],
    channels: ['SOCIAL_MEDIA'],
    cyber: true,
    texts: [
      'A page in the name of the victim offered favours to strangers, {count} of whom wrote.',
      "Notices with the victim's picture and an invented debt were posted in {count} local groups.",
    ],
  },
  property: {
    behaviours: ['S2A_F'],
    channels: inPerson,
    texts: [
      "The victim's washing had been taken in, folded and left at the back door.",
      'The lock of the shed had been changed; the new key came by post.',
    ],
  },
  damage: {
    behaviours: ['CRIMINAL_DAMAGE', 'S2A_F'],
    channels: inPerson,
    texts: [
      "All four tyres of the victim's car were let down outside {place}.",
      'A window at the front was broken with {item}.',
    ],
  },
  children: {
    behaviours: ['CHILD_CONTACT_MISUSE', 'S2A_B'],
    channels: ['THIRD_PARTY', 'TEXT'],
    texts: ['At handover the children were given {item} and asked to find out who had visited at the weekend.'],
  },
  economic: {
    behaviours: ['ECONOMIC'],
    channels: ['OTHER', 'EMAIL'],
    texts: [
      'The suspect cancelled the direct debit for the rent and told the letting agent that the victim was moving out.',
    ],
  },
  complaint: {
    behaviours: ['VEXATIOUS_COMPLAINT'],
    channels: ['EMAIL', 'POST'],
    texts: ["The {count}th complaint reached the victim's employer, again without a fact to be checked."],
  },
  falseReport: {
    behaviours: ['FALSE_REPORT'],
    channels: ['PHONE', 'OTHER'],
    texts: ['An anonymous caller reported the victim for an accident that had not happened.'],
  },
  thirdParty: {
    behaviours: ['THIRD_PARTY_HARASSMENT', 'S2A_B'],
    channels: ['PHONE', 'SOCIAL_MEDIA'],
    texts: [
      "The suspect turned to the victim's sister and sent her {count} messages in a night.",
      "A colleague of the victim was approached at {place} and told to 'stay out of it'.",
    ],
  },
  threatHarm: {
    behaviours: ['THREAT_VIOLENCE', 'S2A_B'],
    channels: ['TEXT', 'PHONE', 'IN_PERSON'],
    texts: [
      'The suspect said that the victim would "not walk away next time".',
      'A voice message described what would be done to the victim and to anyone found with the victim.',
    ],
  },
  threatKill: {
    behaviours: ['THREAT_KILL'],
    channels: ['PHONE', 'IN_PERSON', 'TEXT'],
    texts: ['The suspect said outside {place}, before two witnesses, that one of them would be dead by the weekend.'],
  },
  threatSexual: {
    behaviours: ['THREAT_SEXUAL', 'S2A_B'],
    channels: ['SOCIAL_MEDIA', 'TEXT'],
    cyber: true,
    texts: ['A message from an account without a name threatened the victim with a sexual attack.'],
  },
  threatSelf: {
    behaviours: ['THREAT_SELF_HARM', 'S2A_B'],
    channels: ['TEXT', 'PHONE'],
    texts: ['The suspect wrote that the victim would be to blame for what came next, with a picture of cuts.'],
  },
  suicide: {
    behaviours: ['SUICIDE_THREAT', 'S2A_B'],
    channels: ['PHONE'],
    texts: ['The suspect rang from {place} and said goodbye; officers found the suspect unharmed.'],
  },
  threatProperty: {
    behaviours: ['THREAT_PROPERTY'],
    channels: ['TEXT', 'IN_PERSON'],
    texts: ['The suspect said that the shed would burn, and that nobody would prove anything.'],
  },
  threatImages: {
    behaviours: ['THREAT_DISCLOSURE', 'S2A_B'],
    channels: ['SOCIAL_MEDIA', 'EMAIL'],
    cyber: true,
    texts: [
      'The suspect gave the victim until Friday to answer, or private pictures would go to the whole department.',
    ],
  },
  images: {
    behaviours: ['IMAGE_ABUSE', 'S2A_C'],
    channels: ['SOCIAL_MEDIA'],
    cyber: true,
    texts: ['Private pictures were sent to {count} of the people whom the victim works with.'],
  },
  confrontation: {
    behaviours: ['OTHER', 'S2A_B'],
    channels: inPerson,
    texts: ['The suspect blocked the way at {place} and would not let the victim pass until a stranger stepped in.'],
  },
  assault: {
    behaviours: ['ASSAULT'],
    channels: inPerson,
    texts: ['The suspect took the victim by the arm outside {place} and pushed the victim against a wall.'],
  },
  strangulation: {
    behaviours: ['STRANGULATION', 'ASSAULT'],
    channels: inPerson,
    texts: ['The suspect held the victim by the throat for some seconds and let go when the neighbour knocked.'],
  },
  entry: {
    behaviours: ['ENTRY_HOME', 'S2A_F'],
    channels: inPerson,
    texts: [
      'The victim came home to find lights on and {item} on the bed; nothing had been taken.',
      'The suspect got in by the back door at night and was standing on the landing.',
    ],
  },
  weapon: {
    behaviours: ['WEAPON', 'THREAT_VIOLENCE'],
    channels: inPerson,
    texts: ['The suspect opened a jacket at {place} to show the handle of a kitchen knife.'],
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

const PLACES = [
  'the railway station',
  'the leisure centre',
  'the school gate',
  'the bus stop',
  'the supermarket',
  'the place of work',
  'the park',
  'the library',
  'the gym',
  'the church hall',
];
const ITEMS = [
  'a bunch of lilies',
  'an old photograph',
  'a ring box',
  'a soft toy',
  'a jar of coins',
  'a framed concert ticket',
  'a brick in gift paper',
];

/** A sentence for the act, with its blanks filled. No names and no addresses occur in it. */
export function narrate(random: Random, act: Act): string {
  const text = random.pick(act.texts);
  const filled = text
    .replace('{place}', random.pick(PLACES))
    .replace('{item}', random.pick(ITEMS))
    .replace('{count}', String(random.between(4, 19)));
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
