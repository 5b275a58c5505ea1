/** Whom to ring about a child at risk, for each council and this hour. */
import { NotShown } from '../components/messages';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';

const FrontDoorsDocument = graphql(`
  query FrontDoors {
    organisations(filter: { kinds: [LOCAL_AUTHORITY] }, first: 20) {
      nodes { id name frontDoors { name phone hours openNow } }
    }
  }
`);

export function FrontDoors() {
  const { data, failure } = useData(FrontDoorsDocument, {});
  if (failure && !data)
    return <NotShown message="The numbers could not be loaded. Call 999, or 101 for the police." />;
  const councils = (data?.organisations?.nodes ?? []).filter((council) => council.frontDoors.length > 0);
  return (
    <ul className="govuk-list app-front-doors">
      {councils.map((council) => (
        <li key={council.id} className="app-front-doors__council">
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{council.name}</h3>
          {council.frontDoors.map((door) => (
            <p key={`${door.name} ${door.phone}`} className="govuk-body govuk-!-margin-bottom-2">
              {door.name}:{' '}
              <a className="govuk-link" href={`tel:${door.phone.replaceAll(' ', '')}`}>
                {door.phone}
              </a>
              <span className="app-second">
                {door.hours}. {door.openNow ? 'Open now.' : 'Closed now.'}
              </span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
