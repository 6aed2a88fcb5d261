//! What HTTP serves.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::routing::{any, get};
use edge::{Shutdown, http::housekeeping, metrics::Metrics};
use sandbox::Control;
use serde_json::json;

use super::Addresses;
use super::web::{self, Web};
use crate::mode::Mode;

/// The index, `/healthz` and `/metrics`; in a sandbox, its control as well.
pub(super) fn router(
    addresses: &Addresses,
    control: Option<&Control>,
    web: &Web,
    metrics: Metrics,
    shutdown: Shutdown,
) -> Router {
    let mode = if control.is_some() { Mode::Sandbox } else { Mode::Production };
    let index = index(mode, addresses);
    let pages = Router::new().route("/", get(move || async move { index }));
    let control = control.map_or_else(no_sandbox, Control::router);
    pages.merge(control).merge(web.router()).merge(housekeeping(metrics, shutdown))
}

/// A production server says that there is nothing to control, for whoever points a test at it by mistake.
fn no_sandbox() -> Router {
    let told = || async {
        let why = "this is a production server: it has no clock to move, no faults to order, no snapshots. \
                   `chancery serve` without --config starts a sandbox";
        let body = json!({"error": "no_sandbox", "message": why}).to_string();
        (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "application/json")], body)
    };
    Router::new().route("/sandbox", any(told)).route("/sandbox/{*rest}", any(told))
}

fn index(mode: Mode, addresses: &Addresses) -> String {
    let mut text = format!("Chancery {}, {}\n\n", env!("CARGO_PKG_VERSION"), mode.name());
    let control = (mode == Mode::Sandbox)
        .then_some(("/sandbox", "clock, faults, snapshots, accounts, journal, mailbox"));
    let housekeeping =
        [("/healthz", "whether the server is well"), ("/metrics", "how it goes, as OpenMetrics")];
    for (path, what) in web::PATHS.into_iter().chain(housekeeping).chain(control) {
        text.push_str(&format!("{path:<12}{what}\n"));
    }
    if let Some(epp) = addresses.epp {
        text.push_str(&format!("\nEPP over TLS is at {epp}\n"));
    }
    for (family, address) in [("std", addresses.nominet), ("nom", addresses.nominet_classic)] {
        if let Some(address) = address {
            text.push_str(&format!("Nominet's EPP over TLS, {family} family, is at {address}\n"));
        }
    }
    text
}
