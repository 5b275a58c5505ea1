/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ChangeKind =
  | 'ATTENDANCE_TAKEN'
  | 'CASE_ALLOCATED'
  | 'CASE_OPENED'
  | 'CASE_STATUS_CHANGED'
  | 'CHILD_CHANGED'
  | 'CONSENT_CHANGED'
  | 'ENROLMENT_CHANGED'
  | 'GOAL_CHANGED'
  | 'MEASURE_RECORDED'
  | 'NOTE_ADDED'
  | 'NOTE_AMENDED'
  | 'PLACES_CHANGED'
  | 'PLACE_OFFERED'
  | 'READY'
  | 'REFERRAL_CHALLENGED'
  | 'REFERRAL_DECIDED'
  | 'REFERRAL_INFORMATION_ADDED'
  | 'REFERRAL_PASSED'
  | 'REFERRAL_QUESTION'
  | 'REFERRAL_SUBMITTED'
  | 'REFERRAL_TAKEN'
  | 'REFERRAL_WITHDRAWN'
  | 'SAFEGUARDING_CONCERN_RAISED'
  | 'SAFEGUARDING_CONCERN_RESOLVED'
  | 'TASK_CHANGED';

export type OrganisationKind =
  | 'COLLEGE'
  | 'FIRE_AND_RESCUE'
  | 'HEALTH'
  | 'LOCAL_AUTHORITY'
  | 'POLICE'
  | 'POLICE_AND_CRIME_COMMISSIONER'
  | 'PROBATION'
  | 'PROVIDER'
  | 'SCHOOL'
  | 'VOLUNTARY'
  | 'YOUTH_JUSTICE_SERVICE';

/** Who someone is to the partnership; what each may see and do is one table, printed by `ridgeway policy`. */
export type Role =
  | 'ADMINISTRATOR'
  | 'ANALYST'
  | 'CASEWORKER'
  | 'DATA_PROTECTION_OFFICER'
  | 'FINANCE_OFFICER'
  | 'PARTNERSHIP_MANAGER'
  | 'PROVIDER_MANAGER'
  | 'PROVIDER_WORKER'
  | 'REFERRER'
  | 'TEAM_MANAGER'
  | 'TRIAGE_OFFICER';

export type WorkChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WorkChangedSubscription = { workChanged: { __typename: 'Change', cursor: string, at: string, kind: ChangeKind, subjectId: string | null, subject:
      | { __typename: 'Alert', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'Award', id: string }
      | { __typename: 'Case', id: string }
      | { __typename: 'CaseNote', id: string }
      | { __typename: 'Claim', id: string }
      | { __typename: 'Consent', id: string }
      | { __typename: 'Contact', id: string }
      | { __typename: 'Draft', id: string }
      | { __typename: 'Enrolment', id: string }
      | { __typename: 'Goal', id: string }
      | { __typename: 'Grant', id: string }
      | { __typename: 'Measure', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Offering', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Programme', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Report', id: string }
      | { __typename: 'SafeguardingConcern', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'YoungPerson', id: string }
     | null, by: { __typename: 'User', id: string } | null } };

export type CaseChangedSubscriptionVariables = Exact<{
  caseId: string | number;
  after?: string | null | undefined;
}>;


export type CaseChangedSubscription = { caseChanged: { __typename: 'Change', cursor: string, at: string, kind: ChangeKind, subjectId: string | null, subject:
      | { __typename: 'Alert', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'Award', id: string }
      | { __typename: 'Case', id: string }
      | { __typename: 'CaseNote', id: string }
      | { __typename: 'Claim', id: string }
      | { __typename: 'Consent', id: string }
      | { __typename: 'Contact', id: string }
      | { __typename: 'Draft', id: string }
      | { __typename: 'Enrolment', id: string }
      | { __typename: 'Goal', id: string }
      | { __typename: 'Grant', id: string }
      | { __typename: 'Measure', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Offering', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Programme', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Report', id: string }
      | { __typename: 'SafeguardingConcern', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'YoungPerson', id: string }
     | null, by: { __typename: 'User', id: string } | null } };

export type StillHereQueryVariables = Exact<{ [key: string]: never; }>;


export type StillHereQuery = { viewer: { __typename: 'Viewer', user: { __typename: 'User', id: string } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', role: Role, canSubmitReferrals: boolean, canTriage: boolean, user: { __typename: 'User', id: string, name: string }, membership: { __typename: 'Membership', id: string }, memberships: Array<{ __typename: 'Membership', id: string, role: Role, group: string | null, organisation: { __typename: 'Organisation', id: string, name: string } }>, organisation: { __typename: 'Organisation', id: string, name: string, kind: OrganisationKind } } };

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

export const WorkChangedDocument = new TypedDocumentString(`
    subscription WorkChanged($after: String) {
  workChanged(after: $after) {
    __typename
    cursor
    at
    kind
    subjectId
    subject {
      id
      __typename
    }
    by {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:0eb468494df3d5d825099f45ebd8d16e3c8281590c85f59f7a2c1349cca0e990"}) as unknown as TypedDocumentString<WorkChangedSubscription, WorkChangedSubscriptionVariables>;
export const CaseChangedDocument = new TypedDocumentString(`
    subscription CaseChanged($caseId: ID!, $after: String) {
  caseChanged(caseId: $caseId, after: $after) {
    __typename
    cursor
    at
    kind
    subjectId
    subject {
      id
      __typename
    }
    by {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:a2956a93c014afc75e648a0a1d43c6bec0004c07780b172864d37da8988762f1"}) as unknown as TypedDocumentString<CaseChangedSubscription, CaseChangedSubscriptionVariables>;
export const StillHereDocument = new TypedDocumentString(`
    query StillHere {
  viewer {
    __typename
    user {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:9026900e0b96af376ed4c16e68df1541786a97d3ec258494aa5f597cb627a343"}) as unknown as TypedDocumentString<StillHereQuery, StillHereQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    __typename
    user {
      __typename
      id
      name
    }
    membership {
      __typename
      id
    }
    memberships {
      __typename
      id
      role
      group
      organisation {
        __typename
        id
        name
      }
    }
    organisation {
      __typename
      id
      name
      kind
    }
    role
    canSubmitReferrals
    canTriage
  }
}
    `, {"hash":"sha256:e2d4fb1ca25d3848cd7b20c1803119d43c7d066c1e9230a4e5c737f4b5adc6b2"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;