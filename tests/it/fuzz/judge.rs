//! Whether an answer is one that a client may get, whatever was asked.

use serde_json::Value;

/// The codes at the head of the public schema, but for INTERNAL and UNAVAILABLE: nothing is away here, and a fault is a fault.
const CODES: &[&str] = &[
    "NOT_SIGNED_IN",
    "FORBIDDEN",
    "NOT_FOUND",
    "BAD_USER_INPUT",
    "CURSOR_EXPIRED",
    "RATE_LIMITED",
    "TOO_COMPLEX",
    "TOO_DETAILED",
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
];

/// Words of the database, of the language and of the machine. None of the odd texts holds one.
const INSIDE: &[&str] = &[
    "select ",
    "insert ",
    "update ",
    "where ",
    "sqlx",
    "sqlite",
    "postgres",
    "sqlstate",
    "constraint",
    "relation \"",
    "column \"",
    "sea_orm",
    "dberr",
    "option<",
    "vec<",
    "result<",
    "alloc::",
    "core::",
    "std::",
    "ridgeway::",
    "chrono",
    "serde",
    "panick",
    "unwrap",
    "byte index",
    ".rs:",
    "src/",
    "/home/",
    "/root/",
    "/usr/",
    "/tmp/",
    "thread '",
];

/// No word of the inside is in what is wrong.
pub fn tells_nothing(text: &str) -> Result<(), String> {
    let text = text.to_lowercase();
    match INSIDE.iter().find(|word| text.contains(**word)) {
        Some(word) => Err(format!("{word:?} is told: {text}")),
        None => Ok(()),
    }
}

/// A list of GraphQL errors, each with a code.
pub fn errors(errors: &Value) -> Result<(), String> {
    let list =
        errors.as_array().filter(|list| !list.is_empty()).ok_or("errors is a list that is not empty")?;
    for error in list {
        let wrong = |what: &str| format!("{what}: {error}");
        if error["message"].as_str().is_none_or(str::is_empty) {
            return Err(wrong("an error has a message"));
        }
        let code = error["extensions"]["code"].as_str().unwrap_or("none");
        if !CODES.contains(&code) {
            return Err(wrong("an error has one of the codes"));
        }
        let known = ["message", "locations", "path", "extensions"];
        if error.as_object().is_some_and(|fields| fields.keys().any(|name| !known.contains(&name.as_str()))) {
            return Err(wrong("an error has no other members"));
        }
        let places = error["locations"].as_array().into_iter().flatten();
        if places
            .clone()
            .any(|at| at["line"].as_u64().is_none_or(|n| n == 0) || at["column"].as_u64().is_none())
        {
            return Err(wrong("a location is a line and a column"));
        }
        let steps = error["path"].as_array().into_iter().flatten();
        if steps.clone().any(|step| !step.is_string() && !step.is_u64()) {
            return Err(wrong("a path is of names and numbers"));
        }
        if code == "BAD_USER_INPUT" && error["extensions"]["reason"].is_null() {
            let problem = &error["extensions"]["problems"][0];
            if !problem["field"].is_array() || !problem["code"].is_string() || !problem["message"].is_string()
            {
                return Err(wrong("bad input says what is wrong with it"));
            }
        }
    }
    tells_nothing(&errors.to_string())
}

/// A GraphQL response: `data`, `errors` or both. Whether anything was executed.
pub fn response(body: &Value) -> Result<bool, String> {
    let fields = body.as_object().ok_or("a response is an object")?;
    if let Some(other) = fields.keys().find(|name| !["data", "errors", "extensions"].contains(&name.as_str()))
    {
        return Err(format!("a response has no {other:?}"));
    }
    match (fields.get("data"), fields.get("errors")) {
        (None, None) => return Err("a response has data or errors".to_owned()),
        (Some(Value::Null), None) => return Err("data is null, and no error says why".to_owned()),
        (_, Some(wrong)) => errors(wrong)?,
        _ => {}
    }
    Ok(fields.contains_key("data"))
}

/// The answer to a well-formed request by POST, in one of the two media types.
pub fn answer(status: u16, media: &str, text: &str) -> Result<bool, String> {
    let body: Value = serde_json::from_str(text).map_err(|_| format!("{status} without JSON: {text}"))?;
    let executed = response(&body)?;
    let fits = match media {
        "application/graphql-response+json; charset=utf-8" => (status == 200) == executed,
        "application/json; charset=utf-8" => status == 200 || !executed,
        other => return Err(format!("the media type is {other:?}")),
    };
    if fits && [200, 400, 401, 403].contains(&status) {
        return Ok(executed);
    }
    Err(format!("{status} as {media}: {text}"))
}
