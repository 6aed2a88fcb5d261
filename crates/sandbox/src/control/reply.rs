//! Answers.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::problem::Problem;

/// What a handler ends with.
pub(super) type Answer = Result<Reply, Problem>;

/// A JSON document with its status.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    status: StatusCode,
    document: Value,
}

impl Reply {
    pub(super) const fn new(status: StatusCode, document: Value) -> Self {
        Self { status, document }
    }

    /// 200.
    pub(super) const fn ok(document: Value) -> Self {
        Self::new(StatusCode::OK, document)
    }

    /// 201.
    pub(super) const fn created(document: Value) -> Self {
        Self::new(StatusCode::CREATED, document)
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let headers = [
            (CONTENT_TYPE, "application/json"),
            (CACHE_CONTROL, "no-store"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        (self.status, headers, format!("{:#}\n", self.document)).into_response()
    }
}
