/**
 * What was done, as a product code. `S2A_*` are the examples of acts associated with stalking in Protection from
 * Harassment Act 1997 s.2A(3), which are not exhaustive; the rest are our own. A cyber means is a flag on the incident,
 * not a code: it is a mode of any of these acts.
 */
export enum BehaviourCode {
  S2A_A = 'S2A_A',
  S2A_B = 'S2A_B',
  S2A_C = 'S2A_C',
  S2A_D = 'S2A_D',
  S2A_E = 'S2A_E',
  S2A_F = 'S2A_F',
  S2A_G = 'S2A_G',
  THREAT_VIOLENCE = 'THREAT_VIOLENCE',
  THREAT_KILL = 'THREAT_KILL',
  THREAT_SEXUAL = 'THREAT_SEXUAL',
  THREAT_SELF_HARM = 'THREAT_SELF_HARM',
  THREAT_PROPERTY = 'THREAT_PROPERTY',
  THREAT_DISCLOSURE = 'THREAT_DISCLOSURE',
  THIRD_PARTY_HARASSMENT = 'THIRD_PARTY_HARASSMENT',
  STALKING_BY_PROXY = 'STALKING_BY_PROXY',
  CRIMINAL_DAMAGE = 'CRIMINAL_DAMAGE',
  ASSAULT = 'ASSAULT',
  STRANGULATION = 'STRANGULATION',
  ENTRY_HOME = 'ENTRY_HOME',
  WEAPON = 'WEAPON',
  VEXATIOUS_COMPLAINT = 'VEXATIOUS_COMPLAINT',
  ECONOMIC = 'ECONOMIC',
  IMAGE_ABUSE = 'IMAGE_ABUSE',
  FALSE_REPORT = 'FALSE_REPORT',
  CHILD_CONTACT_MISUSE = 'CHILD_CONTACT_MISUSE',
  SUICIDE_THREAT = 'SUICIDE_THREAT',
  BREACH_SPO = 'BREACH_SPO',
  BREACH_RO = 'BREACH_RO',
  BREACH_NMO = 'BREACH_NMO',
  BREACH_DVPO = 'BREACH_DVPO',
  BREACH_DAPO = 'BREACH_DAPO',
  BREACH_INJUNCTION = 'BREACH_INJUNCTION',
  BREACH_BAIL = 'BREACH_BAIL',
  OTHER = 'OTHER',
}

/** One description for each behaviour code. */
export const behaviourTitles: Record<BehaviourCode, string> = {
  [BehaviourCode.S2A_A]: 'Following the person (Protection from Harassment Act 1997 s.2A(3)(a))',
  [BehaviourCode.S2A_B]:
    'Contacting the person, or trying to, by any means (Protection from Harassment Act 1997 s.2A(3)(b))',
  [BehaviourCode.S2A_C]:
    'Publishing material about the person, or as if it came from them (Protection from Harassment Act 1997 s.2A(3)(c))',
  [BehaviourCode.S2A_D]:
    "Monitoring the person's internet, e-mail or other electronic communication (Protection from Harassment Act 1997 s.2A(3)(d))",
  [BehaviourCode.S2A_E]: 'Loitering in a public or private place (Protection from Harassment Act 1997 s.2A(3)(e))',
  [BehaviourCode.S2A_F]:
    "Interfering with property in the person's possession (Protection from Harassment Act 1997 s.2A(3)(f))",
  [BehaviourCode.S2A_G]: 'Watching or spying on the person (Protection from Harassment Act 1997 s.2A(3)(g))',
  [BehaviourCode.THREAT_VIOLENCE]: 'Threatening violence',
  [BehaviourCode.THREAT_KILL]: 'Threatening to kill',
  [BehaviourCode.THREAT_SEXUAL]: 'Threatening sexual violence',
  [BehaviourCode.THREAT_SELF_HARM]: 'Threatening to harm themselves so as to put pressure on the person',
  [BehaviourCode.THREAT_PROPERTY]: 'Threatening to damage property',
  [BehaviourCode.THREAT_DISCLOSURE]: 'Threatening to disclose images or private information',
  [BehaviourCode.THIRD_PARTY_HARASSMENT]:
    "Harassing the person's family, friends, colleagues or other people around them",
  [BehaviourCode.STALKING_BY_PROXY]: 'Using other people or services to reach, watch or harass the person',
  [BehaviourCode.CRIMINAL_DAMAGE]: 'Damaging property',
  [BehaviourCode.ASSAULT]: 'Assault',
  [BehaviourCode.STRANGULATION]: 'Strangling or suffocating',
  [BehaviourCode.ENTRY_HOME]: "Entering the person's home",
  [BehaviourCode.WEAPON]: 'Using, carrying or showing a weapon',
  [BehaviourCode.VEXATIOUS_COMPLAINT]: 'Vexatious complaints or court proceedings',
  [BehaviourCode.ECONOMIC]: "Interfering with the person's money, work or housing",
  [BehaviourCode.IMAGE_ABUSE]: 'Taking, making or sharing intimate images without consent',
  [BehaviourCode.FALSE_REPORT]: 'Making a false report about the person',
  [BehaviourCode.CHILD_CONTACT_MISUSE]: 'Misusing contact with children to reach or control the person',
  [BehaviourCode.SUICIDE_THREAT]: 'Threatening suicide',
  [BehaviourCode.BREACH_SPO]: 'Breach of a stalking protection order, full or interim',
  [BehaviourCode.BREACH_RO]: 'Breach of a restraining order',
  [BehaviourCode.BREACH_NMO]: 'Breach of a non-molestation order',
  [BehaviourCode.BREACH_DVPO]: 'Breach of a domestic violence protection notice or order',
  [BehaviourCode.BREACH_DAPO]: 'Breach of a domestic abuse protection notice or order',
  [BehaviourCode.BREACH_INJUNCTION]: 'Breach of a civil injunction against harassment',
  [BehaviourCode.BREACH_BAIL]: 'Breach of bail conditions',
  [BehaviourCode.OTHER]: 'Other behaviour, described in the narrative',
};

/**
 * What the victim's life lost. A record of one supports the limb of Protection from Harassment Act 1997 s.4A(1)(b)(ii)
 * that asks for a substantial adverse effect on usual day-to-day activities; it does not prove it. The list is our own.
 */
export enum DayToDayEffect {
  CHANGED_ROUTINE = 'CHANGED_ROUTINE',
  MOVED_HOME = 'MOVED_HOME',
  CHANGED_WORK = 'CHANGED_WORK',
  SLEEP_LOSS = 'SLEEP_LOSS',
  COUNSELLING = 'COUNSELLING',
  SECURITY_MEASURES = 'SECURITY_MEASURES',
  SOCIAL_WITHDRAWAL = 'SOCIAL_WITHDRAWAL',
  CHANGED_CONTACT_DETAILS = 'CHANGED_CONTACT_DETAILS',
  OTHER = 'OTHER',
}

/** One description for each day-to-day effect. */
export const dayToDayEffectTitles: Record<DayToDayEffect, string> = {
  [DayToDayEffect.CHANGED_ROUTINE]: 'Changed a route or a routine',
  [DayToDayEffect.MOVED_HOME]: 'Moved home',
  [DayToDayEffect.CHANGED_WORK]: 'Changed, lost or left work',
  [DayToDayEffect.SLEEP_LOSS]: 'Lost sleep',
  [DayToDayEffect.COUNSELLING]: 'Sought counselling',
  [DayToDayEffect.SECURITY_MEASURES]: 'Took extra security measures',
  [DayToDayEffect.SOCIAL_WITHDRAWAL]: 'Withdrew from social life',
  [DayToDayEffect.CHANGED_CONTACT_DETAILS]: 'Changed a telephone number, an account or another contact detail',
  [DayToDayEffect.OTHER]: 'Another effect on day-to-day life',
};
