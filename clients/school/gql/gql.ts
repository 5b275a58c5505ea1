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
    "query SchoolAvailability($age: Int, $yearGroup: Int, $areaId: ID, $factors: [FactorCode!], $strands: [Strand!], $withPlacesOnly: Boolean, $orderBy: AvailabilityOrder, $first: Int) {\n  programmeAvailability(\n    filter: {age: $age, yearGroup: $yearGroup, areaId: $areaId, factors: $factors, strands: $strands, withPlacesOnly: $withPlacesOnly}\n    orderBy: $orderBy\n    first: $first\n  ) {\n    totalCount\n    nodes {\n      id\n      venue\n      schedule\n      startsOn\n      endsOn\n      area {\n        id\n        name\n      }\n      programme {\n        id\n        title\n        summary\n        strand\n        mode\n        minAge\n        maxAge\n        provider {\n          id\n          name\n        }\n        evidence {\n          band\n          source\n          asOf\n        }\n      }\n      places {\n        answer\n        leftBand\n        expectedWaitWorkingDays\n        asAt\n      }\n    }\n  }\n}\n\nquery SchoolAreas {\n  areas {\n    id\n    code\n    name\n    kind\n  }\n}": typeof types.SchoolAvailabilityDocument,
};
const documents: Documents = {
    "query SchoolAvailability($age: Int, $yearGroup: Int, $areaId: ID, $factors: [FactorCode!], $strands: [Strand!], $withPlacesOnly: Boolean, $orderBy: AvailabilityOrder, $first: Int) {\n  programmeAvailability(\n    filter: {age: $age, yearGroup: $yearGroup, areaId: $areaId, factors: $factors, strands: $strands, withPlacesOnly: $withPlacesOnly}\n    orderBy: $orderBy\n    first: $first\n  ) {\n    totalCount\n    nodes {\n      id\n      venue\n      schedule\n      startsOn\n      endsOn\n      area {\n        id\n        name\n      }\n      programme {\n        id\n        title\n        summary\n        strand\n        mode\n        minAge\n        maxAge\n        provider {\n          id\n          name\n        }\n        evidence {\n          band\n          source\n          asOf\n        }\n      }\n      places {\n        answer\n        leftBand\n        expectedWaitWorkingDays\n        asAt\n      }\n    }\n  }\n}\n\nquery SchoolAreas {\n  areas {\n    id\n    code\n    name\n    kind\n  }\n}": types.SchoolAvailabilityDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SchoolAvailability($age: Int, $yearGroup: Int, $areaId: ID, $factors: [FactorCode!], $strands: [Strand!], $withPlacesOnly: Boolean, $orderBy: AvailabilityOrder, $first: Int) {\n  programmeAvailability(\n    filter: {age: $age, yearGroup: $yearGroup, areaId: $areaId, factors: $factors, strands: $strands, withPlacesOnly: $withPlacesOnly}\n    orderBy: $orderBy\n    first: $first\n  ) {\n    totalCount\n    nodes {\n      id\n      venue\n      schedule\n      startsOn\n      endsOn\n      area {\n        id\n        name\n      }\n      programme {\n        id\n        title\n        summary\n        strand\n        mode\n        minAge\n        maxAge\n        provider {\n          id\n          name\n        }\n        evidence {\n          band\n          source\n          asOf\n        }\n      }\n      places {\n        answer\n        leftBand\n        expectedWaitWorkingDays\n        asAt\n      }\n    }\n  }\n}\n\nquery SchoolAreas {\n  areas {\n    id\n    code\n    name\n    kind\n  }\n}"): typeof import('./graphql').SchoolAvailabilityDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
