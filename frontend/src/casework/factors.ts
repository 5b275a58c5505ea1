/** Factors as those who refer would say them, in the groups of the form. */
import type { FactorCode } from '../gql/graphql';

type Names = Partial<Record<FactorCode, string>>;

const individual: Names = {
  VICTIM_OF_VIOLENCE: 'Has been a victim of violence',
  PREVIOUS_VIOLENCE: 'Has been violent before',
  CARRIED_WEAPON: 'Has carried a weapon',
  SUBSTANCE_MISUSE: 'Alcohol or drugs',
  MENTAL_HEALTH: 'Mental health or emotional wellbeing',
  SELF_HARM: 'Self-harm',
  SPEECH_LANGUAGE_COMMUNICATION: 'Speech, language or communication need',
  IMPULSIVITY: 'Acts on impulse',
  NEURODIVERSITY_OR_LEARNING_DISABILITY: 'Neurodiversity or learning disability',
  ABUSE_NEGLECT_OR_TRAUMA: 'Abuse, neglect or trauma',
  EARLY_POLICE_CONTACT: 'Contact with the police before 14',
};
const family: Names = {
  DOMESTIC_ABUSE_AT_HOME: 'Domestic abuse at home',
  PARENTAL_SUBSTANCE_MISUSE: 'Alcohol or drugs of a parent',
  PARENTAL_MENTAL_ILL_HEALTH: 'Mental ill health of a parent',
  FAMILY_OFFENDING_OR_PRISON: 'Family member in trouble with the law',
  FAMILY_CONFLICT_OR_POOR_SUPERVISION: 'Conflict or little supervision at home',
  IN_CARE_OR_SOCIAL_WORKER: 'In care or has a social worker',
  YOUNG_CARER: 'Cares for someone at home',
  POVERTY_OR_HOUSING: 'Poverty or housing',
};
const peers: Names = {
  PEERS_INVOLVED_IN_VIOLENCE: 'Friends involved in violence',
  GANG_ASSOCIATION: 'Concern about a gang',
  CRIMINAL_EXPLOITATION: 'Concern about criminal exploitation',
  SEXUAL_EXPLOITATION: 'Concern about sexual exploitation',
  MISSING_EPISODES: 'Goes missing',
  ONLINE_CONFLICT_OR_VIOLENCE: 'Conflict or violence online',
};
const education: Names = {
  PERSISTENT_ABSENCE: 'Often absent from school',
  SEVERE_ABSENCE: 'Absent half of the time or more',
  SUSPENSIONS: 'Suspended from school',
  EXCLUSION_OR_ALTERNATIVE_PROVISION: 'Excluded or in alternative provision',
  UNMET_SPECIAL_NEEDS: 'Special educational needs that are not met',
  PART_TIME_OR_MISSING_EDUCATION: 'Part-time timetable or missing education',
};
const community: Names = {
  HIGH_VIOLENCE_AREA: 'Spends time where there is much violence',
  DEPRIVATION: 'Deprived area',
  DRUG_MARKET: 'Drug dealing nearby',
  WEAPONS_AVAILABLE: 'Weapons are easy to get',
  UNSAFE_JOURNEYS: 'Afraid on journeys',
  DISCRIMINATION_OR_WEAK_TIES: 'Discrimination, or few ties to services',
};
const protective: Names = {
  TRUSTED_ADULT: 'An adult they trust',
  WARM_CONSISTENT_PARENTING: 'Warm, consistent parenting',
  SCHOOL_BOND: 'Belongs at school',
  POSITIVE_ACTIVITY: 'An activity they enjoy each week',
  PROSOCIAL_PEERS: 'Good friends',
  COPING_SKILLS: 'Ways to cope and solve problems',
  ENGAGED_WITH_SERVICES: 'Works with services',
  HOPE_OR_FUTURE_GOAL: 'A hope or goal',
  STABLE_HOME: 'A stable home',
  COMMUNITY_OR_FAITH_BELONGING: 'Belongs to a community or faith',
  BYSTANDER_SKILLS: 'Stands up for others safely',
};

const named: Names = { ...individual, ...family, ...peers, ...education, ...community, ...protective };

export function factorWords(code: FactorCode): string {
  return named[code] ?? code;
}

const group = (label: string, names: Names) => ({
  label,
  options: Object.entries(names).map(([value, text]) => ({
    value: value as FactorCode,
    label: text ?? value,
  })),
});

export const riskGroups = [
  group('The child', individual),
  group('Friends and others', peers),
  group('Family', family),
  group('School', education),
  group('Where they live', community),
];

export const strengths = group('What is going well', protective).options;

/** These need a line of evidence: what was seen or heard, by whom. */
const serious: readonly FactorCode[] = [
  'GANG_ASSOCIATION',
  'CRIMINAL_EXPLOITATION',
  'SEXUAL_EXPLOITATION',
  'PREVIOUS_VIOLENCE',
  'CARRIED_WEAPON',
];

export function needsEvidence(code: FactorCode): boolean {
  return serious.includes(code);
}
