/** GOV.UK pagination, a page back or forward; the place is in the URL. */
interface Props {
  info: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor?: string | null;
    endCursor?: string | null;
  };
  go: (place: { after?: string; before?: string }) => void;
}

export interface Place {
  after?: string;
  before?: string;
}

/** The arguments of a connection for a place in it. */
export function pageOf(place: Place, size = 25) {
  return place.before ? { last: size, before: place.before } : { first: size, after: place.after };
}

export function Pager({ info, go }: Props) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = info;
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pages of this list">
      {hasPreviousPage && startCursor && (
        <div className="govuk-pagination__prev">
          <button
            type="button"
            className="app-link-button govuk-link govuk-pagination__link"
            onClick={() => go({ before: startCursor })}
          >
            Previous page
          </button>
        </div>
      )}
      {hasNextPage && endCursor && (
        <div className="govuk-pagination__next">
          <button
            type="button"
            className="app-link-button govuk-link govuk-pagination__link"
            onClick={() => go({ after: endCursor })}
          >
            Next page
          </button>
        </div>
      )}
    </nav>
  );
}
