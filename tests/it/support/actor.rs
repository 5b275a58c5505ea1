//! Somebody who asks: under the rights that they have at that moment, as each request of a client is.

use async_graphql::{Request, Variables};
use chrono::TimeDelta;
use futures_util::{Stream, StreamExt};
use ridgeway::{
    access::Viewer,
    domain::people::{
        sign_in::{Credential, viewer},
        token,
    },
    graphql::{self, Caller},
    platform::error::Error,
};
use serde_json::Value;

use super::TestApp;

/// Somebody who asks.
pub struct Actor<'a> {
    test: &'a TestApp,
    token: Option<String>,
    membership: Option<String>,
    key: Option<String>,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer(pub Value);

impl<'a> Actor<'a> {
    /// Somebody with an account.
    pub async fn sign_in(test: &'a TestApp, email: &str) -> Self {
        let token = token::issue(&test.app, email, TimeDelta::days(360))
            .await
            .expect("an account of the partnership");
        Self { test, token: Some(token), membership: None, key: None }
    }

    /// Nobody who is signed in.
    pub fn stranger(test: &'a TestApp) -> Self {
        Self { test, token: None, membership: None, key: None }
    }

    /// The same person under one of their memberships.
    pub fn under(mut self, membership: &str) -> Self {
        self.membership = Some(membership.to_owned());
        self
    }

    /// The same person, at another node.
    pub fn at<'b>(&self, test: &'b TestApp) -> Actor<'b> {
        let (token, membership, key) = (self.token.clone(), self.membership.clone(), self.key.clone());
        Actor { test, token, membership, key }
    }

    /// The same person with a key for retries.
    pub fn with_key(mut self, key: &str) -> Self {
        self.key = Some(key.to_owned());
        self
    }

    /// The token with which this person asks over the wire.
    pub fn token(&self) -> &str {
        self.token.as_deref().expect("somebody signed in")
    }

    async fn caller(&self) -> Result<Caller, Error> {
        let credential = self.token.clone().map(Credential::Bearer);
        let viewer = match &credential {
            Some(credential) => {
                viewer(&self.test.app, credential, self.membership.as_deref(), "test").await?
            }
            None => None,
        };
        let (request_id, idempotency_key) = ("test".to_owned(), self.key.clone());
        Ok(Caller { viewer, credential, request_id, idempotency_key })
    }

    /// The viewer as whom this person asks.
    pub async fn viewer(&self) -> Viewer {
        self.caller().await.expect("a viewer").viewer.expect("somebody signed in")
    }

    /// How many statements the application of this person sent so far.
    pub fn statements(&self) -> u64 {
        self.test.app.statements()
    }

    fn request(document: &str, variables: Value) -> Request {
        Request::new(document).variables(Variables::from_json(variables))
    }

    /// Asks, and takes the answer as it is.
    pub async fn ask(&self, document: &str, variables: Value) -> Answer {
        let caller = self.caller().await.expect("a viewer");
        let response =
            graphql::execute(&self.test.app, &self.test.schema, Self::request(document, variables), caller)
                .await;
        Answer(serde_json::to_value(response).expect("an answer is JSON"))
    }

    /// Asks what has to be answered without an error.
    pub async fn get(&self, document: &str, variables: Value) -> Value {
        self.ask(document, variables).await.data()
    }

    /// Follows a subscription.
    pub async fn follow(
        &self,
        document: &str,
        variables: Value,
    ) -> impl Stream<Item = Answer> + Unpin + use<> {
        let caller = self.caller().await.expect("a viewer");
        let request = Self::request(document, variables);
        let responses = graphql::subscribe(&self.test.streams, &self.test.schema, request, caller);
        Box::pin(responses.map(|response| Answer(serde_json::to_value(response).expect("an answer is JSON"))))
    }
}

impl Answer {
    /// The data; there must be no error.
    pub fn data(self) -> Value {
        assert!(
            self.0.get("errors").is_none_or(|errors| errors == &Value::Array(Vec::new())),
            "{:#}",
            self.0
        );
        self.0["data"].clone()
    }

    /// The codes of the errors, in order.
    pub fn codes(&self) -> Vec<String> {
        let errors = self.0["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["extensions"]["code"].as_str().unwrap_or("NONE").to_owned()).collect()
    }

    /// The problems of the only field: code and dotted path.
    pub fn problems(&self) -> Vec<(String, String)> {
        let field =
            self.0["data"].as_object().and_then(|data| data.values().next()).cloned().unwrap_or_default();
        let problems = field["problems"].as_array().cloned().unwrap_or_default();
        problems
            .iter()
            .map(|problem| {
                let path: Vec<_> =
                    problem["field"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                (problem["code"].as_str().unwrap_or_default().to_owned(), path.join("."))
            })
            .collect()
    }
}
