//! `/exports/{id}`: a file of figures, for one download by who asked for it. What is in it, and who may have it, says
//! `domain::insight::export`.

use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::{Server, accept::Media, fault::Fault, identity, observe::RequestId};
use crate::{
    domain::{
        insight::export::{self, Fetched},
        people::sign_in,
        record::operation::Caller,
    },
    platform::error::{Error, Result as Done},
    words::id::{Id, OpaqueId, noun},
};

/// An Excel workbook.
const WORKBOOK: HeaderValue =
    HeaderValue::from_static("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
/// It is saved, never shown; and its name tells nothing of what somebody wrote.
const SAVED: HeaderValue = HeaderValue::from_static("attachment; filename=\"ridgeway-figures.xlsx\"");

/// Gives the file.
pub async fn fetch(
    State(server): State<Server>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    match fetched(&server, &headers, &id, request_id).await {
        Ok(Fetched::File(file)) => {
            let headers = [(header::CONTENT_TYPE, WORKBOOK), (header::CONTENT_DISPOSITION, SAVED)];
            (headers, file).into_response()
        }
        Ok(Fetched::NotMade) => fault(StatusCode::CONFLICT, "this file is not made yet").answer(Media::Json),
        Ok(Fetched::Gone) => {
            let message = "this file was fetched before, or a day has passed: ask for it again";
            fault(StatusCode::GONE, message).answer(Media::Json)
        }
        Err(fault) => fault.answer(Media::Json),
    }
}

/// A look at the file without fetching it would use it up.
pub async fn look() -> Response {
    Fault::of_method("GET", "this file is fetched by GET, once").answer(Media::Json)
}

const fn fault(status: StatusCode, message: &'static str) -> Fault {
    let message = std::borrow::Cow::Borrowed(message);
    Fault { status, code: "NOT_FOUND", message, of_document: false, allow: "GET", retry_after: 1 }
}

async fn fetched(
    server: &Server,
    headers: &HeaderMap,
    id: &str,
    request_id: String,
) -> Result<Fetched, Fault> {
    let app = server.app();
    let credential = identity::credential(headers, app.config())?.ok_or(Error::NotSignedIn)?;
    let person = server.0.streams.glances.glance(&credential, None).await?.ok_or(Error::NotSignedIn)?;
    server.count(person.user.uuid())?;
    // What was never given out is looked for like what is another's.
    let id = OpaqueId::<noun::Export>::parse(id).and_then(|id| id.open(app.keys()).ok());
    let id = id.unwrap_or_else(|| Id::from(Uuid::nil()));
    // A link names no membership: it is that under which the file was asked for, while it runs.
    let under = export::asked_under(app, person.user, id).await?.unwrap_or(person.membership);
    let named = under.seal(app.keys());
    let viewer: Done<_> = sign_in::viewer(app, &credential, Some(&named), &request_id).await;
    let viewer = match viewer {
        Err(Error::Forbidden) => Err(Error::NotFound),
        found => found.and_then(|viewer| viewer.ok_or(Error::NotSignedIn)),
    }?;
    Ok(export::fetch(app, &Caller { viewer, request_id, retry: None }, id).await?)
}
