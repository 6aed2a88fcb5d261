//! The pages every deployment asks for.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::metrics::{self, Metrics};
use crate::stop::Shutdown;

/// `/healthz`: 200 `ok`, or 503 `stopping` once the end has begun, so that a balancer looks elsewhere.
/// `/metrics`: all metrics as OpenMetrics text.
pub fn housekeeping(metrics: Metrics, shutdown: Shutdown) -> Router {
    Router::new().route("/healthz", get(move || async move { health(&shutdown) })).route(
        "/metrics",
        get(move || async move { ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], metrics.encode()) }),
    )
}

fn health(shutdown: &Shutdown) -> impl IntoResponse + use<> {
    if shutdown.is_stopping() {
        (StatusCode::SERVICE_UNAVAILABLE, "stopping\n")
    } else {
        (StatusCode::OK, "ok\n")
    }
}
