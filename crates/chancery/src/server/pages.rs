//! What HTTP serves.

use axum::Router;
use axum::routing::get;
use edge::{Shutdown, http::housekeeping, metrics::Metrics};

use super::plan::Addresses;
use crate::mode::Mode;

/// The index, `/healthz` and `/metrics`.
pub(super) fn router(mode: Mode, addresses: &Addresses, metrics: Metrics, shutdown: Shutdown) -> Router {
    let index = index(mode, addresses);
    Router::new().route("/", get(move || async move { index })).merge(housekeeping(metrics, shutdown))
}

fn index(mode: Mode, addresses: &Addresses) -> String {
    let mut text = format!("Chancery {}, {}\n\n", env!("CARGO_PKG_VERSION"), mode.name());
    for (path, what) in
        [("/healthz", "whether the server is well"), ("/metrics", "how it goes, as OpenMetrics")]
    {
        text.push_str(&format!("{path:<10}{what}\n"));
    }
    if let Some(epp) = addresses.epp {
        text.push_str(&format!("\nEPP over TLS is at {epp}\n"));
    }
    text
}
