/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What kind of area, from the widest to the smallest. */
export type AreaKind =
  /** A town with the villages around it, or a locality of a town. */
  | 'COMMUNITY_AREA'
  /** A police force's area. */
  | 'FORCE'
  /** A council's area. */
  | 'LOCAL_AUTHORITY'
  /** An electoral ward, of the boundaries in force between its dates. */
  | 'WARD';

/** Whether it could take a child now. */
export type AvailabilityAnswer =
  /** It takes nobody. */
  | 'NO'
  /** There is a waiting list. */
  | 'WAIT'
  /** A place is free and nobody waits for it. */
  | 'YES';

/** The order of what is available. */
export type AvailabilityOrder =
  /** Those with places left first, by the band; then what begins first. */
  | 'MOST_PLACES'
  /** What begins first, first; what goes on already counts as beginning today. */
  | 'SOONEST'
  /** The strongest evidence first; then what begins first. */
  | 'STRONGEST_EVIDENCE';

/** How a programme is run. */
export type DeliveryMode =
  /** A campaign for everyone in a place. */
  | 'CAMPAIGN'
  /** In the streets and parks where young people are. */
  | 'DETACHED'
  /** A child with those at home. */
  | 'FAMILY'
  /** A group of children. */
  | 'GROUP'
  /** One worker with one child. */
  | 'ONE_TO_ONE'
  /** By video or messages. */
  | 'ONLINE'
  /** A class of a school. */
  | 'SCHOOL_CLASS'
  /** A course for staff. */
  | 'TRAINING';

/**
 * How much less violence there was where an approach was tested, by the Toolkit of the Youth Endowment Fund: HIGH 30 % or
 * more, MODERATE 10 to 30 %, LOW 2 to 9 %.
 */
export type EvidenceBand =
  /** There was more violence. */
  | 'HARMFUL'
  /** 30 % or more. */
  | 'HIGH'
  /** 2 to 9 %. */
  | 'LOW'
  /** 10 to 30 %. */
  | 'MODERATE'
  /** The Toolkit has no figure for it, or it has not been loaded here. */
  | 'NOT_RATED'
  /** Tests do not show that it lessens violence. */
  | 'NO_CLEAR_EVIDENCE';

/**
 * A coded risk or protective factor: what was seen around this child, never what the child is. First the
 * risk factors of the child, the family, peers, education and community, then the protective ones. The list draws
 * on the Serious Violence Strategy, the Youth Endowment Fund's surveys of children, the youth justice assessment and
 * the assessment factors of the Department for Education.
 */
export type FactorCode =
  /** Abuse, neglect or other trauma, now or earlier. */
  | 'ABUSE_NEGLECT_OR_TRAUMA'
  /** Protective: knows how to step in safely for others. */
  | 'BYSTANDER_SKILLS'
  /** Has carried a weapon. Needs a line of evidence. */
  | 'CARRIED_WEAPON'
  /** Protective: belongs to a community or faith. */
  | 'COMMUNITY_OR_FAITH_BELONGING'
  /** Protective: copes, and can solve problems. */
  | 'COPING_SKILLS'
  /** Concern that the child is being used for crime, county lines among them. Needs a line of evidence. */
  | 'CRIMINAL_EXPLOITATION'
  /** Lives in a deprived area. */
  | 'DEPRIVATION'
  /** Discrimination, hate, or little trust in services. */
  | 'DISCRIMINATION_OR_WEAK_TIES'
  /** Domestic abuse in the household. */
  | 'DOMESTIC_ABUSE_AT_HOME'
  /** Drugs are sold around the child. */
  | 'DRUG_MARKET'
  /** Was arrested or known to the police for antisocial behaviour, above all before 14. */
  | 'EARLY_POLICE_CONTACT'
  /** Protective: works with the services that help. */
  | 'ENGAGED_WITH_SERVICES'
  /** Was permanently excluded, or is in alternative provision. */
  | 'EXCLUSION_OR_ALTERNATIVE_PROVISION'
  /** Conflict at home, a family breaking apart, or too little care about where the child is. */
  | 'FAMILY_CONFLICT_OR_POOR_SUPERVISION'
  /** A parent, brother or sister has offended or been in prison. */
  | 'FAMILY_OFFENDING_OR_PRISON'
  /** Concern about links with a gang. Needs a line of evidence. */
  | 'GANG_ASSOCIATION'
  /** Lives or spends time where there is much violence. */
  | 'HIGH_VIOLENCE_AREA'
  /** Protective: hope, or a goal for the future. */
  | 'HOPE_OR_FUTURE_GOAL'
  /** Acts before thinking, or thinks that violence is an answer. */
  | 'IMPULSIVITY'
  /** Is or was in care, moves between homes, or has a social worker. */
  | 'IN_CARE_OR_SOCIAL_WORKER'
  /** Mental health or emotional wellbeing. */
  | 'MENTAL_HEALTH'
  /** Has gone missing. */
  | 'MISSING_EPISODES'
  /** Neurodiversity or a learning disability. */
  | 'NEURODIVERSITY_OR_LEARNING_DISABILITY'
  /** Conflict online, or much violent content. */
  | 'ONLINE_CONFLICT_OR_VIOLENCE'
  /** A parent's mental ill health. */
  | 'PARENTAL_MENTAL_ILL_HEALTH'
  /** A parent's alcohol or drugs. */
  | 'PARENTAL_SUBSTANCE_MISUSE'
  /** A part-time timetable, no school, or no education, training or job. */
  | 'PART_TIME_OR_MISSING_EDUCATION'
  /** Friends are involved in violence or offending. */
  | 'PEERS_INVOLVED_IN_VIOLENCE'
  /** Misses 10% or more of school. */
  | 'PERSISTENT_ABSENCE'
  /** Protective: something good to do each week. */
  | 'POSITIVE_ACTIVITY'
  /** Poverty, or a home that is not secure. */
  | 'POVERTY_OR_HOUSING'
  /** Has hurt or threatened others. Needs a line of evidence. */
  | 'PREVIOUS_VIOLENCE'
  /** Protective: friends who keep out of trouble. */
  | 'PROSOCIAL_PEERS'
  /** Protective: likes school, and is there 95% of the time or more. */
  | 'SCHOOL_BOND'
  /** Hurts themselves, or has done. */
  | 'SELF_HARM'
  /** Misses half of school or more. */
  | 'SEVERE_ABSENCE'
  /** Concern that the child is being sexually exploited. Needs a line of evidence. */
  | 'SEXUAL_EXPLOITATION'
  /** A speech, language or communication need. */
  | 'SPEECH_LANGUAGE_COMMUNICATION'
  /** Protective: a home that is stable. */
  | 'STABLE_HOME'
  /** Alcohol or drugs are a problem for the child. */
  | 'SUBSTANCE_MISUSE'
  /** Has been suspended from school. */
  | 'SUSPENSIONS'
  /** Protective: an adult outside the home whom the child trusts. */
  | 'TRUSTED_ADULT'
  /** Special educational needs that are not met. */
  | 'UNMET_SPECIAL_NEEDS'
  /** Ways to school or friends are not safe, or fear changes them. */
  | 'UNSAFE_JOURNEYS'
  /** Was a victim of violence in the last 12 months. */
  | 'VICTIM_OF_VIOLENCE'
  /** Protective: warm parents who keep to what they say. */
  | 'WARM_CONSISTENT_PARENTING'
  /** Weapons are easy to come by around the child. */
  | 'WEAPONS_AVAILABLE'
  /** Looks after somebody at home. */
  | 'YOUNG_CARER';

/** How many places are left, as those hear who neither run nor allocate. FEW is 1 to 4, SOME 5 or more. */
export type PlacesBand =
  /** 1 to 4. */
  | 'FEW'
  /** None. */
  | 'NONE'
  /** 5 or more. */
  | 'SOME';

/** What the partnership funds: teaching in schools, help for a child, skills for staff. */
export type Strand =
  /** Help for a child, before anything worse happens. */
  | 'EARLY_INTERVENTION'
  /** Teaching in schools: about knives, violence, relationships. */
  | 'EDUCATION'
  /** Skills for those who work with children. */
  | 'PROFESSIONAL_TRAINING';

export type SchoolAvailabilityQueryVariables = Exact<{
  age?: number | null | undefined;
  yearGroup?: number | null | undefined;
  areaId?: string | number | null | undefined;
  factors?: Array<FactorCode> | FactorCode | null | undefined;
  strands?: Array<Strand> | Strand | null | undefined;
  withPlacesOnly?: boolean | null | undefined;
  orderBy?: AvailabilityOrder | null | undefined;
  first?: number | null | undefined;
}>;


export type SchoolAvailabilityQuery = { programmeAvailability: { totalCount: number, nodes: Array<{ id: string, venue: string | null, schedule: string, startsOn: string, endsOn: string, area: { id: string, name: string } | null, programme: { id: string, title: string, summary: string, strand: Strand, mode: DeliveryMode, minAge: number, maxAge: number, provider: { id: string, name: string }, evidence: { band: EvidenceBand, source: string, asOf: string } }, places: { answer: AvailabilityAnswer, leftBand: PlacesBand, expectedWaitWorkingDays: number | null, asAt: string } }> } | null };

export type SchoolAreasQueryVariables = Exact<{ [key: string]: never; }>;


export type SchoolAreasQuery = { areas: Array<{ id: string, code: string, name: string, kind: AreaKind }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SchoolAvailabilityDocument = new TypedDocumentString(`
    query SchoolAvailability($age: Int, $yearGroup: Int, $areaId: ID, $factors: [FactorCode!], $strands: [Strand!], $withPlacesOnly: Boolean, $orderBy: AvailabilityOrder, $first: Int) {
  programmeAvailability(
    filter: {age: $age, yearGroup: $yearGroup, areaId: $areaId, factors: $factors, strands: $strands, withPlacesOnly: $withPlacesOnly}
    orderBy: $orderBy
    first: $first
  ) {
    totalCount
    nodes {
      id
      venue
      schedule
      startsOn
      endsOn
      area {
        id
        name
      }
      programme {
        id
        title
        summary
        strand
        mode
        minAge
        maxAge
        provider {
          id
          name
        }
        evidence {
          band
          source
          asOf
        }
      }
      places {
        answer
        leftBand
        expectedWaitWorkingDays
        asAt
      }
    }
  }
}
    `, {"hash":"sha256:a41008cec1d55d16a806933c64bccd15fd8f128654c1be15bddaadb3ec4dba67"}) as unknown as TypedDocumentString<SchoolAvailabilityQuery, SchoolAvailabilityQueryVariables>;
export const SchoolAreasDocument = new TypedDocumentString(`
    query SchoolAreas {
  areas {
    id
    code
    name
    kind
  }
}
    `, {"hash":"sha256:8803586cdef905fda243ae8cc6420009dedee1dae0fcce7bf3c9d03324e097f7"}) as unknown as TypedDocumentString<SchoolAreasQuery, SchoolAreasQueryVariables>;