//! `/find/options` and `/find/programmes`: what the public page asks, without a sign-in. What is asked comes in the body: an
//! age and a postcode are in no address, log or trace. Neither sets a cookie nor looks at one.

use axum::{
    Json,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Server, body,
    fault::Fault,
    sign_in::{Refusal, json_only},
};
use crate::{
    domain::delivery::public_find::{self, Answer, Asked, Found, NEEDS},
    graphql::error::problems_value,
    platform::error::{Error, Problem, ProblemCode},
    read::people::directory,
    words::{
        AreaKind,
        id::{OpaqueId, noun},
    },
};

/// The body of a question.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Question {
    age: Option<i32>,
    area_id: Option<String>,
    postcode: Option<String>,
    need: Option<String>,
}

/// The areas and needs that may be chosen.
pub async fn options(State(server): State<Server>) -> Result<Response, Refusal> {
    let app = server.app();
    let areas = directory::areas(app, None).await?;
    let today = app.today();
    let lives_in = areas
        .iter()
        .filter(|area| area.kind != AreaKind::Force && area.valid_to.is_none_or(|to| to > today))
        .map(|area| json!({"id": area.id.seal(app.keys()), "name": area.name}));
    let needs = NEEDS.iter().map(|(name, _)| *name);
    let body = json!({"areas": lives_in.collect::<Vec<_>>(), "needs": needs.collect::<Vec<_>>()});
    Ok(Json(body).into_response())
}

/// What there is for such a child: 200; problems at the fields: 422.
pub async fn programmes(State(server): State<Server>, request: Request) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    json_only(&parts.headers)?;
    let body = body::read(&parts.headers, body).await?;
    let shape = "the body is {\"age\": 14, \"postcode\": \"...\" or \"areaId\": \"...\", \"need\": \"...\"}";
    let question: Question = serde_json::from_slice(&body).map_err(|_| Fault::bad(shape))?;
    let app = server.app();
    let area = match question.area_id.filter(|id| !id.is_empty()) {
        None => None,
        Some(id) => {
            let opened = OpaqueId::<noun::Area>::parse(&id).and_then(|id| id.open(app.keys()).ok());
            let Some(id) = opened else {
                let says = "Choose an area from the list.";
                return Ok(told(&[Problem::new("areaId", ProblemCode::NotFound, says)]));
            };
            Some(id)
        }
    };
    let need = question.need.filter(|need| !need.is_empty());
    let asked = Asked { age: question.age, area, postcode: question.postcode, need };
    match public_find::answer(app, asked).await {
        Ok(answer) => Ok(Json(shown(&server, &answer)).into_response()),
        Err(Error::Invalid(problems)) => Ok(told(&problems)),
        Err(error) => Err(error.into()),
    }
}

fn told(problems: &[Problem]) -> Response {
    let problems = problems_value(problems).into_json().unwrap_or_default();
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({"problems": problems}))).into_response()
}

fn shown(server: &Server, answer: &Answer) -> Value {
    let today = server.app().today();
    let doors = answer.doors.iter().map(|door| {
        json!({"council": door.council, "name": door.name, "phone": door.phone, "hours": door.hours,
            "openNow": door.open_now})
    });
    let found = answer.found.iter().map(|found| programme(found, today));
    json!({
        "area": answer.area.as_ref().map(|area| &area.name),
        "doors": doors.collect::<Vec<_>>(),
        "programmes": found.collect::<Vec<_>>(),
        "asAt": server.app().now(),
    })
}

fn programme(found: &Found, today: chrono::NaiveDate) -> Value {
    let run = found.run.as_ref();
    let wait = found.places.and_then(|places| places.wait);
    let wait = wait.and_then(|days| u32::try_from(days).ok()).map(|days| days.div_ceil(5));
    json!({
        "title": found.programme.title,
        "summary": found.programme.summary,
        "provider": found.provider,
        "minAge": found.programme.min_age,
        "maxAge": found.programme.max_age,
        "mode": found.programme.mode,
        "answer": found.answer(),
        "waitWeeks": wait,
        "asAt": found.places.map(|places| places.as_at),
        "venue": run.and_then(|run| run.venue.as_deref()),
        "schedule": run.map(|run| run.schedule.as_str()),
        "startsOn": run.map(|run| run.starts_on),
        "begun": run.is_some_and(|run| run.starts_on <= today),
    })
}
