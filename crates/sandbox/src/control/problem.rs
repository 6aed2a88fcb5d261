//! Why something was not done: what, where, with which value, and what to do.

use std::fmt;

use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use engine::{Failure, Fault, FaultKind, Outcome, Refusal};
use serde_json::{Map, Value};

use super::reply::Reply;

/// An answer that tells of a mistake or of trouble: `{"error": name, "message": sentence, ...}`.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    status: StatusCode,
    error: &'static str,
    message: String,
    field: Option<String>,
    value: Option<String>,
    help: Option<&'static str>,
}

impl Problem {
    fn new(status: StatusCode, error: &'static str, message: impl fmt::Display) -> Self {
        Self { status, error, message: message.to_string(), field: None, value: None, help: None }
    }

    /// 400: the request cannot be read.
    pub(super) fn malformed(error: &'static str, message: impl fmt::Display) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error, message)
    }

    /// 400: a field or parameter holds what it cannot hold.
    pub(super) fn value(field: &str, value: impl fmt::Display, reason: impl fmt::Display) -> Self {
        let value = clipped(value.to_string());
        let message = format!("{field}: {reason}");
        Self {
            field: Some(field.to_owned()),
            value: Some(value).filter(|value| !value.is_empty()),
            ..Self::malformed("value_refused", message)
        }
    }

    /// 403: it may not be asked for like this.
    pub(super) fn forbidden(error: &'static str, message: impl fmt::Display) -> Self {
        Self::new(StatusCode::FORBIDDEN, error, message)
    }

    /// 404: it is not there.
    pub(super) fn not_found(error: &'static str, message: impl fmt::Display) -> Self {
        Self::new(StatusCode::NOT_FOUND, error, message)
    }

    /// 405: something is there, and cannot be asked like this.
    pub(super) fn wrong_method(method: &Method, path: &str) -> Self {
        let message = format!("{path} does not take {method}; GET /sandbox lists what each path takes");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_refused", message)
    }

    /// 409: it does not go with what is there.
    pub(super) fn conflict(error: &'static str, message: impl fmt::Display) -> Self {
        Self::new(StatusCode::CONFLICT, error, message)
    }

    /// 413: more than is taken.
    pub(super) fn too_large(message: impl fmt::Display) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", message)
    }

    /// 501: this server cannot do that.
    pub(super) fn not_offered(error: &'static str, message: impl fmt::Display) -> Self {
        Self::new(StatusCode::NOT_IMPLEMENTED, error, message)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let problem = Self::new(status_of(refusal.outcome), refusal.outcome.name(), refusal.reason());
        Self {
            field: refusal.field.map(|field| field.title().to_owned()),
            value: refusal.value,
            help: Some(refusal.outcome.remedy()).filter(|help| !help.is_empty()),
            ..problem
        }
    }
}

/// What broke is told in full: whoever runs a sandbox is its operator.
impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let status = match fault.kind {
            FaultKind::Internal | FaultKind::Panicked | FaultKind::OutcomeUnknown => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            _ => StatusCode::SERVICE_UNAVAILABLE,
        };
        tracing::warn!(%fault, "the sandbox's control met a fault");
        let outcome = fault.outcome();
        Self { help: Some(outcome.remedy()), ..Self::new(status, outcome.name(), fault) }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusals) => refusals.first().clone().into(),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut answer = Map::new();
        answer.insert("error".into(), self.error.into());
        answer.insert("message".into(), self.message.into());
        let extras = [("field", self.field), ("value", self.value), ("help", self.help.map(str::to_owned))];
        for (name, text) in extras {
            if let Some(text) = text {
                answer.insert(name.into(), text.into());
            }
        }
        Reply::new(self.status, Value::Object(answer)).into_response()
    }
}

fn status_of(outcome: Outcome) -> StatusCode {
    match outcome {
        Outcome::AccountUnknown | Outcome::DomainUnknown | Outcome::ContactUnknown | Outcome::HostUnknown => {
            StatusCode::NOT_FOUND
        }
        Outcome::AccountTaken => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn clipped(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST_QUOTE) {
        text.truncate(end);
        text.push('…');
    }
    text
}

const LONGEST_QUOTE: usize = 255;
