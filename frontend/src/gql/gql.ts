/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  subscription WorkChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": typeof types.WorkChangedDocument,
    "\n  subscription CaseChanged($caseId: ID!, $after: String) {\n    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": typeof types.CaseChangedDocument,
    "\n  query StillHere { viewer { user { id } } }\n": typeof types.StillHereDocument,
    "\n  query Viewer {\n    viewer {\n      user { id name }\n      membership { id }\n      memberships { id role group organisation { id name } }\n      organisation { id name kind }\n      role\n      canSubmitReferrals\n      canTriage\n    }\n  }\n": typeof types.ViewerDocument,
};
const documents: Documents = {
    "\n  subscription WorkChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": types.WorkChangedDocument,
    "\n  subscription CaseChanged($caseId: ID!, $after: String) {\n    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": types.CaseChangedDocument,
    "\n  query StillHere { viewer { user { id } } }\n": types.StillHereDocument,
    "\n  query Viewer {\n    viewer {\n      user { id name }\n      membership { id }\n      memberships { id role group organisation { id name } }\n      organisation { id name kind }\n      role\n      canSubmitReferrals\n      canTriage\n    }\n  }\n": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n"): typeof import('./graphql').WorkChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CaseChanged($caseId: ID!, $after: String) {\n    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n"): typeof import('./graphql').CaseChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StillHere { viewer { user { id } } }\n"): typeof import('./graphql').StillHereDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user { id name }\n      membership { id }\n      memberships { id role group organisation { id name } }\n      organisation { id name kind }\n      role\n      canSubmitReferrals\n      canTriage\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
